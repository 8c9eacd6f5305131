import Link from "next/link";
import type { ReactNode } from "react";

export type Segment = { key: string; label: ReactNode; href: string; isCurrent: boolean };

/** Ways of looking at the same list or thing, each with its own address, one of them current. */
export function SegmentedLinks({ label, segments }: { label: string; segments: readonly Segment[] }): ReactNode {
  return (
    <nav className="seg" aria-label={label}>
      {segments.map(({ key, label: name, href, isCurrent }) => (
        <Link key={key} href={href} aria-current={isCurrent ? "true" : undefined} scroll={false}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

type SegmentedProps = {
  label: string;
  choices: readonly { value: string; label: ReactNode }[];
  value: string;
  onChoose: (value: string) => void;
};

/** The same as buttons, for a choice that lives in the page only. Used inside client components. */
export function Segmented({ label, choices, value, onChoose }: SegmentedProps): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a border and a legend that is not drawn.
    <div className="seg" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChoose(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
