import type { ReactNode } from "react";
import { splitParagraphs } from "@/lib/domain/narrative";

/** A text to be read, one paragraph below the other. */
export function SectionProse({ text }: { text: string }): ReactNode {
  return (
    <div className="max-w-text whitespace-pre-wrap">
      {splitParagraphs(text).map((paragraph) => (
        <p key={paragraph} className="not-first:mt-2">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
