import { CheckIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Description, DescriptionList } from "@/components/ui/description-list";

export type ReceiptLine = { label: string; value: ReactNode; isCode?: boolean };

/** What stays on the desk after an act: what was sent, when, and under which number. */
export function Receipt({ title, lines }: { title: string; lines: readonly ReceiptLine[] }): ReactNode {
  return (
    <div className="text-sm">
      <p className="flex items-center gap-2 font-bold text-ok">
        <CheckIcon />
        {title}
      </p>
      <DescriptionList className="mt-2">
        {lines.map(({ label, value, isCode }) => (
          <Description key={label} term={label} {...(isCode ? { className: "font-mono text-xs" } : {})}>
            {value}
          </Description>
        ))}
      </DescriptionList>
    </div>
  );
}
