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
    <ol className="tl">
      {entries.map(({ key, title, text, kind }) => (
        <li
          key={key}
          className={kind === "ahead" ? undefined : kind}
          aria-current={kind === "now" ? "date" : undefined}
        >
          <b>{title}</b>
          {text ? <span>{text}</span> : null}
        </li>
      ))}
    </ol>
  );
}
