import type { ReactNode } from "react";

/** Icons are drawn on a 16 × 16 field and always stand beside a word, which is what a screen reader reads. */
export type IconProps = { isSmall?: boolean; className?: string };

function draw({ isSmall, className }: IconProps, shape: ReactNode): ReactNode {
  const classes = ["i", isSmall ? "i-s" : "", className ?? ""].filter(Boolean).join(" ");
  return (
    <svg className={classes} viewBox="0 0 16 16" aria-hidden="true">
      {shape}
    </svg>
  );
}

/** The mark of the product: lines that add up to a thick and a thin rule. */
export function BrandMark(): ReactNode {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M3 4h14M5 8h10M7 12h6" strokeWidth="1.6" />
      <path d="M3 16h14" strokeWidth="3" />
      <path d="M3 19h14" strokeWidth="1" />
    </svg>
  );
}

/** A tick: done, saved, checked. */
export function TickIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M3 8.5l3.2 3.2L13 5" />);
}

/** Closes what floats. */
export function CrossIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M4 4l8 8M12 4l-8 8" />);
}

export function ChevronDownIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M3.5 6L8 10.5 12.5 6" />);
}

export function ChevronRightIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M6 3.5L10.5 8 6 12.5" />);
}

export function ChevronLeftIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M10 3.5L5.5 8l4.5 4.5" />);
}

export function ArrowRightIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M3 8h10M9 4l4 4-4 4" />);
}

export function PersonIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <circle cx="8" cy="5.4" r="2.7" />
      <path d="M2.8 13.8c.5-2.9 2.6-4.2 5.2-4.2s4.7 1.3 5.2 4.2" />
    </>,
  );
}

export function DownloadIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M8 2.2v8M4.8 7.2L8 10.4l3.2-3.2M2.8 13.4h10.4" />);
}

export function UploadIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M8 11V3M4.8 6L8 2.8 11.2 6M2.8 13.4h10.4" />);
}

export function PageIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M3.5 1.8h6l3 3v9.4h-9zM9.3 2v3h3" />);
}

export function ClipboardIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <rect x="3" y="3" width="10" height="11" rx="1" />
      <path d="M6 1.8h4V4H6zM5.6 7.5h4.8M5.6 10.3h4.8" />
    </>,
  );
}

export function VersionsIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M2.3 8a5.7 5.7 0 1 0 1.8-4.1M2.2 2.4v2.4h2.4M8 5v3.2l2 1.4" />);
}

export function BellIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M3.2 11.3V7.2a4.8 4.8 0 0 1 9.6 0v4.1l1 1H2.2zM6.6 14h2.8" />);
}

export function CommentIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M2.3 3h11.4v8H8l-3 2.6V11H2.3z" />);
}

export function AdjustmentIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <path d="M3 5h6M11.5 5H13M3 11h1.5M7 11h6" />
      <circle cx="10.2" cy="5" r="1.4" />
      <circle cx="5.8" cy="11" r="1.4" />
    </>,
  );
}

export function LinkIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <path d="M6.7 9.3l2.6-2.6M7.3 4.6l1.5-1.5a2.9 2.9 0 0 1 4.1 4.1l-1.5 1.5M8.7 11.4l-1.5 1.5a2.9 2.9 0 0 1-4.1-4.1l1.5-1.5" />,
  );
}

/** Sealed and verified. */
export function ShieldIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <path d="M8 1.8l5.2 1.9v4c0 3.2-2.2 5.4-5.2 6.5-3-1.1-5.2-3.3-5.2-6.5v-4z" />
      <path d="M5.6 8l1.7 1.7 3.1-3.3" />
    </>,
  );
}

export function SearchIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="M10.4 10.4l3.4 3.4" />
    </>,
  );
}

export function NotStartedIcon(props: IconProps): ReactNode {
  return draw(props, <circle cx="8" cy="8" r="5.75" strokeDasharray="2 2.5" />);
}

export function HalfDiscIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 2.25a5.75 5.75 0 0 0 0 11.5z" fill="currentColor" stroke="none" />
    </>,
  );
}

export function PenIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <path d="M3 13l1-3.6L10.6 2.8l2.6 2.6L6.6 12z" />
      <path d="M9 4.4l2.6 2.6M9.5 13.5h4" />
    </>,
  );
}

export function SentDiscIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none" />
      <path className="cut" d="M8 11.2V5M5.4 7.4L8 4.8l2.6 2.6" />
    </>,
  );
}

export function ReturnedIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="currentColor" stroke="none" />
      <path className="cut" d="M7 4.6L4.6 7 7 9.4M4.8 7h4.4a2.3 2.3 0 0 1 0 4.6H7" />
    </>,
  );
}

export function TickDiscIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none" />
      <path className="cut" d="M5 8.2l2.1 2.1L11 6.2" />
    </>,
  );
}

export function ClockIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.8V8l2.2 1.6" />
    </>,
  );
}

export function CalendarPlusIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <rect x="2.25" y="3" width="11.5" height="10.75" rx="1.5" />
      <path d="M2.5 6.3h11M5.3 1.6v2.6M10.7 1.6v2.6M8 8v3.6M6.2 9.8h3.6" />
    </>,
  );
}

export function NilRingIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <circle cx="8" cy="8" r="5.75" />
      <ellipse cx="8" cy="8" rx="1.8" ry="2.7" />
    </>,
  );
}

export function DashRingIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M5 8h6" />
    </>,
  );
}

export function MissingDiamondIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <path d="M8 1.8l6.2 6.2L8 14.2 1.8 8z" />
      <path d="M8 5.3v3.2M8 10.6v.1" />
    </>,
  );
}

export function LockIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <rect x="3" y="7" width="10" height="6.7" rx="1" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" />
    </>,
  );
}

export function GlobeIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M2.3 8h11.4M8 2.3c3.4 3.6 3.4 7.8 0 11.4M8 2.3C4.6 5.9 4.6 10.1 8 13.7" />
    </>,
  );
}

export function TwoSheetsIcon(props: IconProps): ReactNode {
  return draw(props, <path d="M3 2.3h6l2 2v5.4H3zM6 12v1.7h7.5V7" />);
}

export function ErrorOctagonIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z" fill="currentColor" stroke="none" />
      <path className="cut" d="M8 4.6v4M8 11.2v.1" strokeWidth="1.8" />
    </>,
  );
}

export function WarningTriangleIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <path d="M8 2.2l6.3 11.2H1.7z" />
      <path d="M8 6.4v3.2M8 11.6v.1" />
    </>,
  );
}

export function InfoRingIcon(props: IconProps): ReactNode {
  return draw(
    props,
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.4v3.6M8 5v.1" />
    </>,
  );
}
