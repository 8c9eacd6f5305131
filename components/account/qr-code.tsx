import type { ReactNode } from "react";
import type { QrDrawing } from "@/lib/domain/second-factor";

/** A QR code as it was drawn on the server: black on white in any surroundings, or cameras do not read it. */
export function QrCode({ drawing, label }: { drawing: QrDrawing; label: string }): ReactNode {
  const { size, path } = drawing;
  return (
    <svg
      className="size-44 max-w-full"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
}
