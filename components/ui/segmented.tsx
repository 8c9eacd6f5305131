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
