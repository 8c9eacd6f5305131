import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  DecideAdjustmentForm,
  ProposeAdjustmentForm,
  RevokeAdjustmentForm,
  WithdrawAdjustmentForm,
} from "@/components/roll-up/rollup-adjustment-forms";
import type { ShownAdjustment } from "@/components/roll-up/rollup-adjustments";
import { RollUpProvenance } from "@/components/roll-up/rollup-provenance";
import { RollUpProvenanceFrame } from "@/components/roll-up/rollup-provenance-frame";
import { ClientMessages } from "@/components/shell/client-messages";
import { type Actor, may } from "@/lib/domain/access";
import {
  type Adjustment,
  type AdjustmentMove,
  decideAdjustmentMove,
  effectOfAdjustment,
} from "@/lib/domain/adjustment";
import { describeCell, type LocatedCell } from "@/lib/domain/cell";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import { addDecimals } from "@/lib/domain/decimal";
import { readFigure } from "@/lib/domain/figure";
import type { CellKey } from "@/lib/domain/format";
import type { JudgedReport } from "@/lib/domain/report-work";
import { isAdjustable } from "@/lib/domain/roll-up";
import type { PagedTrace } from "@/lib/domain/trace-figure";
import { routes } from "@/lib/web/routes";
import {
  decideAdjustmentAction,
  proposeAdjustmentAction,
  revokeAdjustmentAction,
  withdrawAdjustmentAction,
} from "./actions";

/** A list of more units than this is docked at the right of the window. */
const POPOVER_UNITS = 5;

type FigurePanelProps = { work: JudgedReport; trace: PagedTrace; actor: Actor; now: Date };

/** The provenance of one figure with what may be done about it. */
export function FigurePanel({ work, trace, actor, now }: FigurePanelProps): ReactNode {
  const t = useTranslations("rollup.provenance");
  const { cellKey } = trace;
  const located = cellsOf(work.cycle.format).get(cellKey);
  if (!located) return null;

  const hrefOfCell = (key: CellKey) => routes.rollUp(work.cycle.id, { section: located.sectionId, cell: key });
  const closeHref = routes.rollUp(work.cycle.id, { section: located.sectionId });
  const cells = cellsOf(work.cycle.format);
  return (
    <ClientMessages areas={["rollup", "common"]}>
      <RollUpProvenanceFrame
        key={cellKey}
        label={t("name", { place: describeCell(located) })}
        figureId={`figure-${cellKey}`}
        closeHref={closeHref}
        isDrawer={trace.units.total > POPOVER_UNITS}
      >
        <RollUpProvenance
          hrefOfReport={(id) => routes.publicFigure(id, trace.cellKey)}
          trace={trace}
          located={located}
          now={now}
          adjustments={shownAdjustments(work, actor, trace)}
          afterSigning={afterSigning(work, trace)}
          closeHref={closeHref}
          hrefOfPage={(page) =>
            routes.rollUp(work.cycle.id, { section: located.sectionId, cell: cellKey, page: String(page) })
          }
          hrefOfVersion={(submissionId) => routes.review(submissionId)}
          parts={trace.parts.map((part) => ({
            cellKey: part,
            label: nameOf(cells.get(part), part),
            value: work.document.figures[part] ?? null,
            href: hrefOfCell(part),
          }))}
          proposal={<Proposal work={work} actor={actor} located={located} />}
        />
      </RollUpProvenanceFrame>
    </ClientMessages>
  );
}

function Proposal({ work, actor, located }: Pick<FigurePanelProps, "work" | "actor"> & { located: LocatedCell }) {
  const t = useTranslations("rollup.adjustment");
  if (!may(actor, "report:adjust")) return null;
  if (work.report.state !== "draft") return <p className="px-4 py-2 text-sm text-ink-3">{t("locked")}</p>;
  if (!isAdjustable(work.cycle.format, located.cell.key))
    return <p className="px-4 py-2 text-sm text-ink-3">{t("totals")}</p>;
  return (
    <ProposeAdjustmentForm
      action={proposeAdjustmentAction}
      cycleId={work.cycle.id}
      cell={located.cell}
      value={work.rollUp.figures[located.cell.key] ?? null}
      requestId={randomUUID()}
    />
  );
}

function shownAdjustments(work: JudgedReport, actor: Actor, trace: PagedTrace): ShownAdjustment[] {
  const cells = cellsOf(work.cycle.format);
  return work.adjustments
    .filter((adjustment) => trace.parts.includes(adjustment.cellKey))
    .map((adjustment) => ({
      ...adjustment,
      place: adjustment.cellKey === trace.cellKey ? null : nameOf(cells.get(adjustment.cellKey), adjustment.cellKey),
      decision: <Decision work={work} actor={actor} adjustment={adjustment} />,
    }));
}

type DecisionProps = { work: JudgedReport; actor: Actor; adjustment: Adjustment };

/** What this person may do about one adjustment. */
function Decision({ work, actor, adjustment }: DecisionProps): ReactNode {
  const t = useTranslations("rollup.adjustment");
  const may = (move: AdjustmentMove) => decideAdjustmentMove(adjustment, move, actor, work.report.state).ok;
  const form = { adjustmentId: adjustment.id, requestId: randomUUID() };
  if (may("withdraw")) {
    return (
      <>
        <p className="col-span-full justify-self-end text-xs text-ink-3">{t("own")}</p>
        <WithdrawAdjustmentForm {...form} action={withdrawAdjustmentAction} />
      </>
    );
  }
  if (may("revoke")) return <RevokeAdjustmentForm {...form} action={revokeAdjustmentAction} />;
  const cell = cellsOf(work.cycle.format).get(adjustment.cellKey)?.cell;
  if (!cell || !may("decline")) return null;
  const now = work.rollUp.figures[adjustment.cellKey] ?? null;
  const effect = effectOfAdjustment(cell.type, now, adjustment.amount);
  return <DecideAdjustmentForm {...form} action={decideAdjustmentAction} effect={effect} />;
}

/** The figure with everything that is proposed; null where nothing waits. */
function afterSigning(work: JudgedReport, trace: PagedTrace): string | null {
  const waiting = work.adjustments.filter(
    (adjustment) => adjustment.state === "proposed" && trace.parts.includes(adjustment.cellKey),
  );
  const value = readFigure(trace.value);
  if (waiting.length === 0 || value.kind !== "number") return null;
  return addDecimals([value.value, ...waiting.map((adjustment) => adjustment.amount)]);
}

function nameOf(located: LocatedCell | undefined, key: CellKey): string {
  return located ? describeCell(located) : key;
}
