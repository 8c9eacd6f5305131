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
import { Pager } from "@/components/ui/pager";
import { Progress } from "@/components/ui/progress";
import { describeCell, type LocatedCell } from "@/lib/domain/cell";
import { addDecimals } from "@/lib/domain/decimal";
import type { NamedUnits, PagedTrace, TracedUnit } from "@/lib/domain/trace-figure";
import { formatFigure } from "@/lib/i18n/numbers";

/** A sum of more terms than this is told as a count. */
const WRITTEN_TERMS = 6;

type RollUpProvenanceProps = {
  trace: PagedTrace;
  located: LocatedCell;
  now: Date;
  /** Proposed, signed and declined corrections of the cells behind this figure. */
  adjustments: readonly ShownAdjustment[];
  /** What the figure will be once what is proposed is signed; null when nothing waits. */
  afterSigning: string | null;
  closeHref: string;
  hrefOfPage: (page: number) => string;
  hrefOfVersion: (submissionId: string) => string;
  /** The same figure in the published report of a government below. */
  hrefOfReport: (reportId: string) => string;
  parts: readonly { cellKey: string; label: string; value: string | null; href: string }[];
  /** The form for proposing an adjustment, where one may. */
  proposal: ReactNode;
};

/** Where one figure comes from: each unit's part, its version, who sent it and who approved it. */
export function RollUpProvenance(props: RollUpProvenanceProps): ReactNode {
  const { trace, located, closeHref, adjustments, parts, proposal } = props;
  const t = useTranslations("rollup.provenance");
  const hasUnits = trace.units.total > 0;
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

function UnitTable({ trace, hrefOfPage, hrefOfVersion, hrefOfReport, now }: RollUpProvenanceProps): ReactNode {
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
  return (
    <>
      <TracedUnits
        hrefOfReport={hrefOfReport}
        units={trace.units.rows}
        now={now}
        words={words}
        shareOf={({ share }) => <ShareBar share={share} />}
        versionOf={({ submissionId, version }) => (
          <Link href={hrefOfVersion(submissionId)} prefetch={false}>
            {common("version", { version })}
          </Link>
        )}
      />
      <Pager label={t("pages")} paged={trace.units} hrefOf={hrefOfPage} />
    </>
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
function UnitsBeside({ trace }: { trace: PagedTrace }): ReactNode {
  const t = useTranslations("rollup.provenance");
  return (
    <>
      {trace.units.total > 0 && trace.zero.count > 0 ? (
        <RollUpFold summary={t("zeros", { count: trace.zero.count })}>
          <Names units={trace.zero} />
        </RollUpFold>
      ) : null}
      {trace.absent.count > 0 ? (
        <RollUpFold summary={t("absent", { count: trace.absent.count })}>
          <Names units={trace.absent} />
        </RollUpFold>
      ) : null}
    </>
  );
}

function Names({ units: { count, names } }: { units: NamedUnits }): ReactNode {
  const t = useTranslations();
  return (
    <>
      <p>{names.join(t("common.listSeparator"))}</p>
      {count > names.length ? <p>{t("rollup.provenance.moreUnits", { count: count - names.length })}</p> : null}
    </>
  );
}

/** "12 + 5 − 1 = 16": the figure added again in the reader's sight. */
function Arithmetic({ trace, afterSigning }: { trace: PagedTrace; afterSigning: string | null }): ReactNode {
  const t = useTranslations("rollup.provenance");
  if (trace.value === null) return <span />;
  const amounts = trace.adjustments.map(({ amount }) => amount);
  const terms = [...trace.units.rows.map((unit) => unit.value), ...amounts];
  const total = formatFigure(addDecimals([trace.sum, ...amounts]));
  const count = trace.units.total + amounts.length;
  const isWritten = count <= WRITTEN_TERMS && count > 0;
  return (
    <span className="text-sm text-ink-2">
      {isWritten
        ? t("sum", { terms: writeTerms(terms), total })
        : t("sumOfMany", { count: trace.units.total + trace.zero.count, total })}
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
