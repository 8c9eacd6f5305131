import { type Actor, may } from "@/lib/domain/access";
import { addDecimals, compareDecimals, multiplyDecimals } from "@/lib/domain/decimal";
import { type DecimalText, type FigureType, fitsType, readFigure } from "@/lib/domain/figure";
import type { CellKey } from "@/lib/domain/format";
import type { RefusalCode } from "@/lib/domain/refusal";
import { type ReportState, refuseChange } from "@/lib/domain/report";

export const ADJUSTMENT_STATES = ["proposed", "signed", "declined", "withdrawn", "revoked"] as const;
export type AdjustmentState = (typeof ADJUSTMENT_STATES)[number];

/** A correction in the roll-up, with who proposed and who decided on it. */
export type Adjustment = {
  id: string;
  cycleId: string;
  cellKey: CellKey;
  amount: DecimalText;
  reason: string;
  state: AdjustmentState;
  proposedBy: string;
  proposedByName: string;
  proposedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
};

const MOVES = {
  sign: { from: "proposed", to: "signed" },
  decline: { from: "proposed", to: "declined" },
  withdraw: { from: "proposed", to: "withdrawn" },
  revoke: { from: "signed", to: "revoked" },
} as const satisfies Record<string, { from: AdjustmentState; to: AdjustmentState }>;

export type AdjustmentMove = keyof typeof MOVES;

export type AdjustmentDecision = { ok: true; to: AdjustmentState } | { ok: false; refusal: RefusalCode };

/**
 * Decides on an adjustment. Whoever proposed it takes it back and nobody else; to sign, decline or revoke it is a second
 * person's.
 */
export function decideAdjustmentMove(
  adjustment: Pick<Adjustment, "state" | "proposedBy">,
  move: AdjustmentMove,
  actor: Pick<Actor, "userId" | "permissions">,
  reportState: ReportState,
): AdjustmentDecision {
  if (!may(actor, "report:adjust") && !may(actor, "report:publish")) return { ok: false, refusal: "not_permitted" };
  const isOwn = adjustment.proposedBy === actor.userId;
  if (adjustment.state !== MOVES[move].from) return { ok: false, refusal: "wrong_state" };
  if (move === "withdraw" && !isOwn) return { ok: false, refusal: "not_proposer" };
  if (move !== "withdraw" && isOwn) return { ok: false, refusal: "own_adjustment" };
  const fixed = refuseChange(reportState);
  return fixed ? { ok: false, refusal: fixed } : { ok: true, to: MOVES[move].to };
}

/** What an adjustment makes of a figure, and whether that wants a second look. */
export type AdjustmentEffect = {
  before: DecimalText;
  after: DecimalText;
  /** `large` is confirmed by whoever proposes and by whoever signs; `impossible` cannot stand in the cell. */
  verdict: "usual" | "large" | "impossible";
};

/** From this amount on, one of more than half the figure is likely a slip of the hand. */
const NOTABLE_AMOUNT = "10";

/** What the figure would be with `amount` added to it; a figure that nobody has reported yet is taken for 0. */
export function effectOfAdjustment(type: FigureType, found: string | null, amount: DecimalText): AdjustmentEffect {
  const figure = readFigure(found);
  const before = figure.kind === "number" ? figure.value : "0";
  const after = addDecimals([before, amount]);
  if (!fitsType(after, type)) return { before, after, verdict: "impossible" };
  const size = magnitude(amount);
  const isLarge =
    compareDecimals(size, NOTABLE_AMOUNT) >= 0 && compareDecimals(multiplyDecimals(size, "2"), magnitude(before)) > 0;
  return { before, after, verdict: isLarge ? "large" : "usual" };
}

function magnitude(value: DecimalText): DecimalText {
  return value.replace(/^-/, "");
}
