import { XIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TracedHead } from "@/components/official-table/traced-head";
import { TracedParts } from "@/components/official-table/traced-parts";
import { TracedUnits } from "@/components/official-table/traced-units";
import { RollUpAdjustments, type ShownAdjustment } from "@/components/roll-up/rollup-adjustments";
import { CopyLink } from "@/components/roll-up/rollup-copy-link";
import { RollUpFold } from "@/components/roll-up/rollup-fold";
import { Progress } from "@/components/ui/progress";
import { describeCell, type LocatedCell } from "@/lib/domain/cell";
import { addDecimals } from "@/lib/domain/decimal";
import { readFigure } from "@/lib/domain/figure";
import type { FigureTrace, TracedUnit } from "@/lib/domain/trace-figure";
import { formatFigure } from "@/lib/i18n/numbers";

/** A sum of more terms than this is told as a count. */
const WRITTEN_TERMS = 6;

type RollUpProvenanceProps = {
  trace: FigureTrace;
  located: LocatedCell;
  now: Date;
  /** Proposed, signed and declined corrections of the cells behind this figure. */
  adjustments: readonly ShownAdjustment[];
  /** What the figure will be once what is proposed is signed; null when nothing waits. */
  afterSigning: string | null;
  closeHref: string;
  hrefOfVersion: (unit: string) => string | null;
  parts: readonly { cellKey: string; label: string; value: string | null; href: string }[];
  /** The form for proposing an adjustment, where one may. */
  proposal: ReactNode;
};

/** Where one figure comes from: each unit's part, its version, who sent it and who approved it. */
export function RollUpProvenance(props: RollUpProvenanceProps): ReactNode {
  const { trace, located, closeHref, adjustments, parts, proposal } = props;
  const t = useTranslations("rollup.provenance");
  const hasUnits = trace.units.length > 0;
  return (
    <>
      <TracedHead
        caption={
          <>
            {t("title")}　{located.table.caption}
          </>
        }
        place={describeCell(located)}
        value={
          trace.value === null ? <span className="text-sm text-ink-3">{t("blank")}</span> : formatFigure(trace.value)
        }
        unit={trace.value === null ? null : located.cell.unit}
      >
        <Link className="text-ink-3" href={closeHref} scroll={false} prefetch={false} aria-label={t("close")}>
          <XIcon />
        </Link>
      </TracedHead>
      {hasUnits ? (
        <UnitTable {...props} />
      ) : (
        <p className="px-4 py-2 text-sm">{t(trace.value === null ? "none" : "allZero")}</p>
      )}
      <UnitsBeside trace={trace} />
      <RollUpAdjustments adjustments={adjustments} now={props.now} />
      {parts.length > 1 ? (
        <RollUpFold summary={t("parts", { count: parts.length })}>
          <TracedParts
            parts={parts.map(({ cellKey, label, value, href }) => ({
              cellKey,
              value,
              link: (
                <Link href={href} scroll={false} prefetch={false}>
                  {label}
                </Link>
              ),
            }))}
          />
        </RollUpFold>
      ) : null}
      {proposal}
      <div className="flex items-center justify-between gap-4 rounded-b-md border-t border-line bg-sunken px-4 py-2.25">
        <Arithmetic trace={trace} afterSigning={props.afterSigning} />
        <CopyLink label={t("copy")} copied={t("copied")} />
      </div>
    </>
  );
}

function UnitTable({ trace, hrefOfVersion, now }: RollUpProvenanceProps): ReactNode {
  const t = useTranslations("rollup.provenance");
  const common = useTranslations("common");
  const words = {
    caption: t("caption"),
    unit: t("unit"),
    value: t("value"),
    share: t("share"),
    version: t("version"),
    submitted: t("submitted"),
    approved: t("approved"),
  };
  const versionOf = ({ unit, version }: TracedUnit) => {
    const href = hrefOfVersion(unit);
    const name = common("version", { version });
    return href ? (
      <Link href={href} prefetch={false}>
        {name}
      </Link>
    ) : (
      name
    );
  };
  return (
    <TracedUnits
      units={trace.units}
      now={now}
      words={words}
      shareOf={({ share }) => <ShareBar share={share} />}
      versionOf={versionOf}
    />
  );
}

function ShareBar({ share }: Pick<TracedUnit, "share">): ReactNode {
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <Progress className="w-16" label={`${share}%`} parts={[{ value: Number(share) }]} total={100} />
      <span aria-hidden="true">{share}%</span>
    </span>
  );
}

/** Units that reported zero, and those whose answer is not in: folded, but counted. */
function UnitsBeside({ trace }: { trace: FigureTrace }): ReactNode {
  const t = useTranslations();
  const separator = t("common.listSeparator");
  return (
    <>
      {trace.units.length > 0 && trace.zeroUnits.length > 0 ? (
        <RollUpFold summary={t("rollup.provenance.zeros", { count: trace.zeroUnits.length })}>
          <p>{trace.zeroUnits.join(separator)}</p>
        </RollUpFold>
      ) : null}
      {trace.absentUnits.length > 0 ? (
        <RollUpFold summary={t("rollup.provenance.absent", { count: trace.absentUnits.length })}>
          <p>{trace.absentUnits.join(separator)}</p>
        </RollUpFold>
      ) : null}
    </>
  );
}

/** "12 + 5 − 1 = 16": the figure added again in the reader's sight. */
function Arithmetic({ trace, afterSigning }: { trace: FigureTrace; afterSigning: string | null }): ReactNode {
  const t = useTranslations("rollup.provenance");
  if (trace.value === null) return <span />;
  const terms = [...trace.units.map((unit) => unit.value), ...trace.adjustments.map(({ amount }) => amount)];
  const total = readFigure(addDecimals(terms)).kind === "number" ? formatFigure(addDecimals(terms)) : "";
  const isWritten = terms.length <= WRITTEN_TERMS && terms.length > 0;
  return (
    <span className="text-sm text-ink-2">
      {isWritten
        ? t("sum", { terms: writeTerms(terms), total })
        : t("sumOfMany", { count: trace.units.length + trace.zeroUnits.length, total })}
      {afterSigning === null ? null : (
        <span className="ml-4">{t("afterSigning", { value: formatFigure(afterSigning) })}</span>
      )}
    </span>
  );
}

function writeTerms(terms: readonly string[]): string {
  return terms
    .map((term, index) => {
      const digits = term.replace(/^-/, "");
      if (term.startsWith("-")) return index === 0 ? `−${digits}` : ` − ${digits}`;
      return index === 0 ? digits : ` + ${digits}`;
    })
    .join("");
}
