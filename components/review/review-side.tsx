import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { valueStateOf } from "@/components/official-table/figure-state";
import { StatutoryTable } from "@/components/official-table/statutory-table";
import { Card } from "@/components/ui/card";
import type { Indicator, OutlineHeading } from "@/lib/domain/cycle";
import type { Format, SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import type { ShownVersion } from "@/lib/domain/review-work";
import { compareTexts } from "@/lib/domain/text-difference";
import type { FigureChange } from "@/lib/domain/version-changes";
import { formatMoment } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";
import { ReviewIndicators } from "./review-indicators";
import { UNMARKED } from "./review-marks";
import { ReviewParagraph, ReviewText, TextPieces, useHeadingName } from "./review-texts";

type ReviewSideProps = {
  format: Format;
  sectionId: SectionId;
  older: ShownVersion;
  newer: ShownVersion;
  changes: readonly FigureChange[];
  headings: readonly OutlineHeading[];
  indicators: readonly Indicator[];
  now: Date;
};

/** Two versions side by side; what differs is marked in both. */
export function ReviewSide(props: ReviewSideProps): ReactNode {
  const { older, newer, changes } = props;
  const t = useTranslations("review.side");
  return (
    <>
      {changes.length === 0 ? <p className="mt-2 text-ink-2">{t("same")}</p> : null}
      <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
        <Side {...props} version={older} label={t("older")} kind="removed" />
        <Side {...props} version={newer} label={t("newer")} kind="added" />
      </div>
    </>
  );
}

type SideProps = ReviewSideProps & { version: ShownVersion; label: string; kind: "removed" | "added" };

function Side(props: SideProps): ReactNode {
  const { version, format, sectionId, now, label } = props;
  const t = useTranslations("review.side");
  const common = useTranslations("common");
  const locale = useLocale();
  const section = getSection(format, sectionId);
  const title = common("version", { version: version.number });
  return (
    <section aria-label={label}>
      <h2>{title}</h2>
      <p className="text-sm text-ink-3">
        {t("meta", { who: version.submittedByName, when: formatMoment(version.submittedAt, now, locale) })}
      </p>
      {section.kind === "tables" ? <SideTables {...props} title={title} /> : <SideTexts {...props} />}
    </section>
  );
}

function SideTables({ version, format, sectionId, changes, title }: SideProps & { title: string }): ReactNode {
  const words = useTranslations("common.figure");
  const changed = new Set(changes.map((change) => change.key));
  const found = (key: string) => version.figures[key] ?? null;
  return (
    <div className="mt-2 overflow-x-auto">
      <StatutoryTable
        tables={getSection(format, sectionId).tables}
        label={title}
        renderFigure={(key) => formatFigure(found(key)) || words("blank")}
        figureState={(key) => ({ value: valueStateOf(found(key)), isChanged: changed.has(key) })}
      />
    </div>
  );
}

function SideTexts({ version, older, newer, headings, indicators, changes, kind }: SideProps): ReactNode {
  const t = useTranslations("review.text");
  const nameOf = useHeadingName();
  const marks = new Map(
    kind === "added" ? changes.map((change) => [change.key, { ...UNMARKED, change }] as const) : [],
  );
  return (
    <>
      <Card className="mt-2">
        {headings.map((heading) => {
          const pieces = compareTexts(older.texts[heading.key] ?? "", newer.texts[heading.key] ?? "");
          const sidePieces = pieces.filter((piece) => piece.kind === "same" || piece.kind === kind);
          return (
            <ReviewText key={heading.key}>
              <h3>{nameOf(heading)}</h3>
              <ReviewParagraph className="whitespace-pre-line">
                {(version.texts[heading.key] ?? "") === "" ? (
                  <span className="text-ink-3">{t("empty")}</span>
                ) : (
                  <TextPieces pieces={sidePieces} />
                )}
              </ReviewParagraph>
            </ReviewText>
          );
        })}
      </Card>
      <ReviewIndicators
        indicators={indicators}
        figures={version.figures}
        marks={marks}
        currentAnchor={null}
        linkOf={() => null}
      />
    </>
  );
}
