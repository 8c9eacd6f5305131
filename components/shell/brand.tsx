import type { ReactNode } from "react";

type BrandProps = { name: string; isHiddenOnPhone?: boolean };

const BRAND =
  "flex items-center gap-2 text-md font-bold tracking-[0.06em] whitespace-nowrap text-ink [a:hover>&]:no-underline";

/** The product's mark and name. */
export function Brand({ name, isHiddenOnPhone }: BrandProps): ReactNode {
  return (
    <span className={isHiddenOnPhone ? `${BRAND} max-md:hidden` : BRAND}>
      <BrandMark />
      {name}
    </span>
  );
}

/** Lines that add up to a thick and a thin rule. */
function BrandMark(): ReactNode {
  return (
    <svg className="size-5 text-accent" viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M3 4h14M5 8h10M7 12h6" strokeWidth="1.6" />
      <path d="M3 16h14" strokeWidth="3" />
      <path d="M3 19h14" strokeWidth="1" />
    </svg>
  );
}
