import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { valueStateOf } from "@/components/official-table/figure-state";
import { StatutoryTable } from "@/components/official-table/statutory-table";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { getSection } from "@/lib/domain/format-cells";
import { splitParagraphs } from "@/lib/domain/narrative";
import type { SubmissionWork } from "@/lib/domain/section-work";
import { formatFigure } from "@/lib/i18n/numbers";
import { SectionFigures } from "./section-figures";
import { headingName } from "./section-frame";
import { useSectionNames } from "./section-names";
import { SectionProse } from "./section-prose";

/** What the section holds, to be read: the official tables, or the text under its headings and its indicators. */
export function SectionContent({ work }: { work: SubmissionWork }): ReactNode {
  const section = getSection(work.cycle.format, work.submission.sectionId);
  return section.kind === "tables" ? <SectionTablesRead work={work} /> : <SectionTextRead work={work} />;
}

function SectionTablesRead({ work }: { work: SubmissionWork }): ReactNode {
  const t = useTranslations("section.read");
  const figure = useTranslations("common.figure");
  const { submission, cycle, subject } = work;
  const words = useSectionNames(cycle.format);
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
  const bodyOf = (key: string) => work.subject.texts.find((text) => text.headingKey === key)?.text ?? "";
  return (
    <div className="flex flex-col gap-4">
      {work.outline.map((heading) => {
        const text = bodyOf(heading.key);
        const isEmpty = splitParagraphs(text).length === 0;
        return (
          <Card key={heading.key}>
            <CardHeader>
              <CardTitle>{headingName(heading) || t("paragraph.single")}</CardTitle>
            </CardHeader>
            <CardContent>
              {isEmpty ? <p className="text-ink-3">{t("read.noText")}</p> : <SectionProse text={text} />}
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
            <SectionFigures
              figures={work.indicators.map(({ key, label, unit }) => ({
                key,
                name: label,
                value: `${formatFigure(work.values[`indicators.${key}`] ?? null) || t("conflict.blank")} ${unit}`,
              }))}
            />
          </CardContent>
        </Card>
      ) : null}
    </div>
  );
}
