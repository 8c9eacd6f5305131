"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Drawer } from "@/components/ui/dialog";
import { paragraphAnchor } from "@/lib/domain/anchor";
import type { Finding } from "@/lib/domain/check/finding";
import { countCharacters } from "@/lib/domain/check/overview-length";
import type { UnitAnswers } from "@/lib/domain/check/subject";
import { IndicatorField } from "./indicator-field";
import { ParagraphEditor } from "./paragraph-editor";
import { SectionProse } from "./section-prose";

type SectionTextsProps = {
  answers: UnitAnswers;
  /** By heading, where the office lets the year before's text be used again. */
  lastTexts: Readonly<Record<string, string>>;
  saver: CellSaver;
  findings: readonly Finding[];
  /** False before somebody has tried to submit: what is merely not filled in yet is then no error to show. */
  isBlankShown: boolean;
  onFocus: (anchor: string) => void;
};

/** A narrative section of one unit: its indicators as fields, and an editor for each of its headings. */
export function SectionTexts(props: SectionTextsProps): ReactNode {
  const t = useTranslations("section");
  const { answers, lastTexts, saver, isBlankShown, onFocus } = props;
  const { outline, indicators } = answers;
  const findings = props.findings.filter((finding) => isBlankShown || !isNotFilledIn(finding));
  return (
    <div className="flex flex-col gap-4">
      {outline.length > 0 ? (
        <Card>
          <CardHeader>
            <CardTitle>{t("texts.title")}</CardTitle>
            <LastYear answers={answers} />
          </CardHeader>
          <CardContent>
            <p className="text-sm text-ink-3">{t("texts.hint")}</p>
            <OverviewLength answers={answers} saver={saver} />
            {outline.map((heading) => (
              <ParagraphEditor
                key={heading.key}
                heading={heading}
                saver={saver}
                lastText={lastTexts[heading.key] ?? null}
                findings={findings.filter((finding) => finding.text?.headingKey === heading.key)}
                onFocus={onFocus}
              />
            ))}
          </CardContent>
        </Card>
      ) : null}
      {indicators.length > 0 ? (
        <Card>
          <CardHeader>
            <CardTitle>{t("indicators.title")}</CardTitle>
          </CardHeader>
          <CardContent>
            <p className="text-sm text-ink-3">{t("indicators.hint")}</p>
            <div className="mt-2.5 grid grid-cols-[repeat(auto-fill,minmax(--spacing(50),1fr))] gap-x-4 gap-y-3.5">
              {indicators.map((indicator) => (
                <IndicatorField
                  key={indicator.key}
                  indicator={indicator}
                  saver={saver}
                  findings={findings.filter((finding) => finding.cells.includes(`indicators.${indicator.key}`))}
                  onFocus={onFocus}
                />
              ))}
            </div>
          </CardContent>
        </Card>
      ) : null}
    </div>
  );
}

function isNotFilledIn(finding: Finding): boolean {
  return finding.rule === "SECTION-MISSING" || (finding.rule === "BLANK" && finding.actual === null);
}

/** How long the unit's texts of section 一 are together, where the form says how long the whole may be. */
function OverviewLength({ answers, saver }: Pick<SectionTextsProps, "answers" | "saver">): ReactNode {
  const t = useTranslations("section.texts");
  const read = () =>
    countCharacters(answers.outline.map((heading) => saver.cell(paragraphAnchor(heading.key)).typed).join(""));
  const length = useSyncExternalStore(saver.subscribe, read, read);
  const limit = answers.cycle.format.overviewMaxCharacters;
  if (limit === null || answers.sectionId !== "overview") return null;
  return (
    <p className={length > limit ? "text-sm text-warn" : "text-sm text-ink-3"} role="status">
      {t(length > limit ? "tooLong" : "length", { length, limit, over: length - limit })}
    </p>
  );
}

/** What the unit wrote here the year before, on demand. */
function LastYear({ answers }: { answers: UnitAnswers }): ReactNode {
  const t = useTranslations("section.paragraph");
  const { previous, sectionId } = answers;
  const text = previous?.texts[sectionId];
  if (!previous) return null;
  if (!text) return <span className="text-sm text-ink-3">{t("noLastYear")}</span>;
  return (
    <Drawer
      title={t("lastYearTitle", { year: String(previous.year) })}
      trigger={
        <Button size="sm" variant="ghost">
          {t("lastYear")}
        </Button>
      }
    >
      <CardContent>
        <SectionProse text={text} />
      </CardContent>
    </Drawer>
  );
}
