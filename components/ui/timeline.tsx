import type { ReactNode } from "react";

export type TimelineEntry = {
  key: string;
  /** The day: 1月16日 周四. */
  title: string;
  text?: ReactNode;
  kind: "done" | "now" | "due" | "ahead";
};

/** The dates of a cycle on a line, with today among them. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }): ReactNode {
  return (
    <ol className="px-4 pt-3.5 pb-1.5">
      {entries.map(({ key, title, text, kind }) => (
        <li
          key={key}
          className="group relative pb-3.5 pl-5 text-sm text-ink-2 before:absolute before:top-1.5 before:left-0.5 before:z-1 before:size-2.25 before:rounded-full before:border-[1.5px] before:border-field before:bg-surface after:absolute after:top-3 after:-bottom-1.5 after:left-1.5 after:w-px after:bg-line-2 last:after:hidden data-[kind=done]:before:bg-field data-[kind=due]:before:border-danger data-[kind=now]:before:border-accent data-[kind=now]:before:bg-accent"
          data-kind={kind}
          aria-current={kind === "now" ? "date" : undefined}
        >
          <b className="block font-normal text-ink group-data-[kind=due]:font-bold group-data-[kind=now]:font-bold group-data-[kind=now]:text-accent">
            {title}
          </b>
          {text ? <span>{text}</span> : null}
        </li>
      ))}
    </ol>
  );
}
