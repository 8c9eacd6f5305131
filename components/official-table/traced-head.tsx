import type { ReactNode } from "react";

type TracedHeadProps = {
  /** The table that the figure stands in. */
  caption: ReactNode;
  place: string;
  value: ReactNode;
  /** Left out where there is no value. */
  unit: string | null;
  children?: ReactNode;
};

/** Names a figure and says it large, above what it is made of. */
export function TracedHead({ caption, place, value, unit, children }: TracedHeadProps): ReactNode {
  return (
    <div className="flex items-start gap-4 px-4 pt-3 pb-2">
      <div className="min-w-0 flex-1">
        <p className="text-xs text-ink-3">{caption}</p>
        <b>{place}</b>
      </div>
      <p className="text-2xl font-bold">
        {value}
        {unit === null ? null : <small className="ml-1 text-sm font-normal text-ink-3">{unit}</small>}
      </p>
      {children}
    </div>
  );
}
