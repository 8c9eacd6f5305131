import type { ReactNode } from "react";

/** Grey lines in the place of text that takes over a second to come; the sentence is for those who hear the page. */
export function Skeleton({ label, widths }: { label: string; widths: readonly string[] }): ReactNode {
  return (
    <div aria-busy="true" className="stack">
      {widths.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never change their order.
        <span className="skel" key={index} style={{ width }} />
      ))}
      <p className="xs muted mt12">{label}</p>
    </div>
  );
}
