import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type TimelineKind = "done" | "now" | "due" | "ahead";

export type TimelineEntry = {
  key: string;
  /** The day: 1月16日 周四. */
  title: string;
  text?: ReactNode;
  kind: TimelineKind;
};

const dot = cva("absolute top-1.5 left-0.5 z-1 size-2.25 rounded-full border-[1.5px]", {
  variants: {
    kind: {
      done: "border-field bg-field",
      now: "border-accent bg-accent",
      due: "border-danger bg-surface",
      ahead: "border-field bg-surface",
    } satisfies Record<TimelineKind, string>,
  },
});

/** The dates of a cycle on a line, with today among them. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }): ReactNode {
  return (
    <ol className="px-4 pt-3.5 pb-1.5">
      {entries.map(({ key, title, text, kind }) => (
        <li
          key={key}
          className="group relative pb-3.5 pl-5 text-sm text-ink-2"
          data-kind={kind}
          aria-current={kind === "now" ? "date" : undefined}
        >
          <i className={dot({ kind })} />
          <i className="absolute top-3 -bottom-1.5 left-1.5 w-px bg-line-2 group-last:hidden" />
          <b
            className={cn(
              "block text-ink",
              kind === "now" && "text-accent",
              kind !== "now" && kind !== "due" && "font-normal",
            )}
          >
            {title}
          </b>
          {text ? <span>{text}</span> : null}
        </li>
      ))}
    </ol>
  );
}
