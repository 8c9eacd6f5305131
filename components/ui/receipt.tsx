import type { ReactNode } from "react";
import { TickIcon } from "@/components/icons";

export type ReceiptLine = { label: string; value: ReactNode; isCode?: boolean };

/** What stays on the desk after an act: what was sent, when, and under which number. */
export function Receipt({ title, lines }: { title: string; lines: readonly ReceiptLine[] }): ReactNode {
  return (
    <div className="sm">
      <p className="row t-ok b">
        <TickIcon />
        {title}
      </p>
      <dl className="kv mt8">
        {lines.map(({ label, value, isCode }) => (
          <div key={label} style={{ display: "contents" }}>
            <dt>{label}</dt>
            <dd className={isCode ? "mono" : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
