import Link from "next/link";
import type { ReactNode } from "react";

export type Segment = { key: string; label: ReactNode; href: string; isCurrent: boolean };

/** Ways of looking at the same list or thing, each with its own address, one of them current. */
export function SegmentedLinks({ label, segments }: { label: string; segments: readonly Segment[] }): ReactNode {
  return (
    <nav
      className="inline-flex rounded-sm border border-line-2 bg-surface max-md:max-w-full max-md:overflow-x-auto print:hidden"
      aria-label={label}
    >
      {segments.map(({ key, label: name, href, isCurrent }) => (
        <Link
          key={key}
          className="relative flex h-field-sm items-center gap-1.5 border-l border-line px-2.75 text-sm whitespace-nowrap text-ink-2 first:rounded-l-sm first:border-l-0 last:rounded-r-sm hover:bg-hover hover:no-underline focus-visible:z-1 aria-[current]:bg-accent-soft aria-[current]:font-bold aria-[current]:text-accent-strong max-md:h-field-lg"
          href={href}
          aria-current={isCurrent ? "true" : undefined}
          scroll={false}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
