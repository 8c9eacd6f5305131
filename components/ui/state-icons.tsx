import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/**
 * The silhouettes of states that lucide lacks: filled shapes that are told apart in black and white. Drawn on 16 × 16;
 * each stands beside its word, which is what a screen reader reads.
 */
export type StateIconProps = { className?: string | undefined };

type IconFrameProps = StateIconProps & { children: ReactNode };

function IconFrame({ className, children }: IconFrameProps): ReactNode {
  return (
    <svg
      className={cn("inline-block size-4 flex-none fill-none stroke-current stroke-[1.5] align-[-3px]", className)}
      viewBox="0 0 16 16"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** What is cut out of a filled shape shows the ground behind it: white, or what a primary button says of itself. */
const CUT = "stroke-(--icon-cut,var(--color-surface))";

/** Half filled: a draft. */
export function HalfDiscIcon({ className }: StateIconProps): ReactNode {
  return (
    <IconFrame className={className}>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 2.25a5.75 5.75 0 0 0 0 11.5z" fill="currentColor" stroke="none" />
    </IconFrame>
  );
}

/** A disc with an arrow up: handed to the office. */
export function SentDiscIcon({ className }: StateIconProps): ReactNode {
  return (
    <IconFrame className={className}>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none" />
      <path className={CUT} d="M8 11.2V5M5.4 7.4L8 4.8l2.6 2.6" />
    </IconFrame>
  );
}

/** A filled square with an arrow back: returned. */
export function ReturnedIcon({ className }: StateIconProps): ReactNode {
  return (
    <IconFrame className={className}>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="currentColor" stroke="none" />
      <path className={CUT} d="M7 4.6L4.6 7 7 9.4M4.8 7h4.4a2.3 2.3 0 0 1 0 4.6H7" />
    </IconFrame>
  );
}

/** A disc with a tick: approved. */
export function TickDiscIcon({ className }: StateIconProps): ReactNode {
  return (
    <IconFrame className={className}>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none" />
      <path className={CUT} d="M5 8.2l2.1 2.1L11 6.2" />
    </IconFrame>
  );
}

/** A ring with a zero: a nil report. */
export function NilRingIcon({ className }: StateIconProps): ReactNode {
  return (
    <IconFrame className={className}>
      <circle cx="8" cy="8" r="5.75" />
      <ellipse cx="8" cy="8" rx="1.8" ry="2.7" />
    </IconFrame>
  );
}

/** A diamond with an exclamation mark: missing. */
export function MissingDiamondIcon({ className }: StateIconProps): ReactNode {
  return (
    <IconFrame className={className}>
      <path d="M8 1.8l6.2 6.2L8 14.2 1.8 8z" />
      <path d="M8 5.3v3.2M8 10.6v.1" />
    </IconFrame>
  );
}

/** A filled octagon with an exclamation mark: an error. */
export function ErrorOctagonIcon({ className }: StateIconProps): ReactNode {
  return (
    <IconFrame className={className}>
      <path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z" fill="currentColor" stroke="none" />
      <path className={CUT} d="M8 4.6v4M8 11.2v.1" strokeWidth="1.8" />
    </IconFrame>
  );
}
