import { PenLineIcon, SlidersHorizontalIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { Adjustment, AdjustmentState } from "@/lib/domain/adjustment";
import { formatMoment } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";

/** A correction, and the form to decide on it where one may. */
export type ShownAdjustment = Adjustment & {
  /** The cell's name where the panel is about a total. */
  place: string | null;
  decision: ReactNode;
};

const STATE_COLOUR: Readonly<Record<AdjustmentState, string>> = {
  proposed: "text-warn",
  signed: "",
  declined: "text-ink-3",
  withdrawn: "text-ink-3",
  revoked: "text-ink-3",
};

/** Corrections of a figure with their reasons and signatures; a declined one stays to be seen. */
export function RollUpAdjustments(props: { adjustments: readonly ShownAdjustment[]; now: Date }): ReactNode {
  if (props.adjustments.length === 0) return null;
  return (
    <ul>
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
    <li
      className="grid grid-cols-[auto_auto_minmax(0,max-content)_minmax(0,1fr)] items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-sm data-[state=proposed]:bg-warn-soft max-md:grid-cols-[minmax(0,1fr)_auto]"
      data-state={state}
    >
      <span className="flex items-center gap-2">
        <SlidersHorizontalIcon />
        {place ?? t("label")}
      </span>
      <b className="text-right">{amount.startsWith("-") ? formatFigure(amount) : `+${amount}`}</b>
      <span className={cn("inline-flex items-center gap-1.25", STATE_COLOUR[state])}>
        {state === "proposed" ? <PenLineIcon className="size-3.5" /> : null}
        {t(state)}
      </span>
      <div className="max-md:col-span-full">
        {reason}
        <small className="block text-xs text-ink-3">
          {state === "proposed" ? t("proposedBy", { name: proposedByName, time }) : t(`${state}By`, decided)}
        </small>
      </div>
      {decision}
    </li>
  );
}
