import { PenLineIcon, SlidersHorizontalIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Adjustment, AdjustmentState } from "@/lib/domain/adjustment";
import { formatMoment } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";

/** A correction, and the form to decide on it where one may. */
export type ShownAdjustment = Adjustment & {
  /** The cell's name where the panel is about a total. */
  place: string | null;
  decision: ReactNode;
};

const CLASS: Readonly<Record<AdjustmentState, string>> = {
  proposed: "pv-a t-warn",
  signed: "pv-a",
  declined: "pv-a muted",
  withdrawn: "pv-a muted",
  revoked: "pv-a muted",
};

/** Corrections of a figure with their reasons and signatures; a declined one stays to be seen. */
export function RollUpAdjustments(props: { adjustments: readonly ShownAdjustment[]; now: Date }): ReactNode {
  if (props.adjustments.length === 0) return null;
  return (
    <ul className="pv-as">
      {props.adjustments.map((adjustment) => (
        <AdjustmentItem key={adjustment.id} adjustment={adjustment} now={props.now} />
      ))}
    </ul>
  );
}

function AdjustmentItem({ adjustment, now }: { adjustment: ShownAdjustment; now: Date }): ReactNode {
  const t = useTranslations("rollup.adjustment");
  const locale = useLocale();
  const { state, amount, reason, place, decision, proposedByName, proposedAt, decidedByName, decidedAt } = adjustment;
  const time = formatMoment(proposedAt, now, locale);
  const decided = {
    name: proposedByName,
    time,
    signer: decidedByName ?? "",
    signedTime: decidedAt ? formatMoment(decidedAt, now, locale) : "",
  };
  return (
    <li className={state === "proposed" ? "pv-adj pv-wait" : "pv-adj"}>
      <span className="flex items-center gap-2">
        <SlidersHorizontalIcon />
        {place ?? t("label")}
      </span>
      <b className="num">{amount.startsWith("-") ? formatFigure(amount) : `+${amount}`}</b>
      <span className={CLASS[state]}>
        {state === "proposed" ? <PenLineIcon className="size-3.5" /> : null}
        {t(state)}
      </span>
      <div className="pv-why">
        {reason}
        <small>
          {state === "proposed" ? t("proposedBy", { name: proposedByName, time }) : t(`${state}By`, decided)}
        </small>
      </div>
      {decision}
    </li>
  );
}
