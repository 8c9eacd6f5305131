import type { ReactNode } from "react";

type TermsProps = {
  terms: readonly { label: string; value: string }[];
  /** What is said of the terms that are not listed. */
  children?: ReactNode;
};

/** The arithmetic of a finding, or the parts of a sum, term by term. */
export function Terms({ terms, children }: TermsProps): ReactNode {
  return (
    <div className="mt-2 border-t border-line text-sm leading-5.5">
      {terms.map(({ label, value }) => (
        <div key={`${label} ${value}`} className="flex justify-between gap-3 border-b border-line py-px">
          <span>{label}</span>
          <span className="text-right font-bold">{value}</span>
        </div>
      ))}
      {children ? <div className="border-b border-line py-px text-ink-3">{children}</div> : null}
    </div>
  );
}
