import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { valueStateOf } from "@/components/official-table/figure-state";
import { StatutoryTable } from "@/components/official-table/statutory-table";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { getSection } from "@/lib/domain/format-cells";
import { splitParagraphs } from "@/lib/domain/narrative";
import { formatFigure } from "@/lib/i18n/numbers";
import type { SubmissionWork } from "@/lib/services/load-submission";
import { headingName } from "./section-frame";
import { useSectionWords } from "./section-words";

/** What the section holds, to be read: the official tables, or the text under its headings and its indicators. */
export function SectionContent({ work }: { work: SubmissionWork }): ReactNode {
  const section = getSection(work.cycle.format, work.submission.sectionId);
  return section.kind === "tables" ? <SectionTablesRead work={work} /> : <SectionTextRead work={work} />;
}

function SectionTablesRead({ work }: { work: SubmissionWork }): ReactNode {
  const t = useTranslations("section.read");
  const figure = useTranslations("common.figure");
  const { submission, cycle, subject } = work;
  const words = useSectionWords(cycle.format);
  const { tables } = getSection(cycle.format, submission.sectionId);
  const computed = new Set(tables.flatMap((table) => table.cells.flatMap((cell) => (cell.sumOf ? [cell.key] : []))));
  const found = (key: string) => subject.figures[key] ?? null;
  return (
    <ScrollRegion label={words.title(submission.sectionId)}>
      <StatutoryTable
        tables={tables}
        label={t("table", { section: words.title(submission.sectionId), version: submission.latestVersion })}
        renderFigure={(key) => formatFigure(found(key)) || figure("blank")}
        figureState={(key) => ({ value: valueStateOf(found(key)), isTotal: computed.has(key) })}
      />
    </ScrollRegion>
  );
}

function SectionTextRead({ work }: { work: SubmissionWork }): ReactNode {
  const t = useTranslations("section");
  const bodyOf = (key: string) => work.subject.texts.find((one) => one.headingKey === key)?.text ?? "";
  return (
    <div className="sec-stack">
      {work.outline.map((heading) => {
        const paragraphs = splitParagraphs(bodyOf(heading.key));
        return (
          <Card key={heading.key}>
            <CardHeader>
              <CardTitle>{headingName(heading) || t("paragraph.single")}</CardTitle>
            </CardHeader>
            <CardContent>
              <div className="sec-text">
                {paragraphs.length === 0 ? <p className="text-ink-3">{t("read.noText")}</p> : null}
                {paragraphs.map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </div>
            </CardContent>
          </Card>
        );
      })}
      {work.indicators.length > 0 ? (
        <Card>
          <CardHeader>
            <CardTitle>{t("indicators.title")}</CardTitle>
          </CardHeader>
          <CardContent>
            <dl className="sec-figures">
              {work.indicators.map((indicator) => (
                <div key={indicator.key}>
                  <dt>{indicator.label}</dt>
                  <dd>
                    {formatFigure(work.values[`indicators.${indicator.key}`] ?? null) || t("conflict.blank")}{" "}
                    {indicator.unit}
                  </dd>
                </div>
              ))}
            </dl>
          </CardContent>
        </Card>
      ) : null}
    </div>
  );
}
