"use client";

import { cva } from "class-variance-authority";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { standsAbove } from "@/components/roll-up/rollup-provenance-side";
import { cn } from "@/components/ui/cn";

const GAP = 8;
const MARGIN = 16;
const WIDTH = 760;
/** Half the arrow, and how far from the panel's edge it stays. */
const ARROW = 5;
const ARROW_MARGIN = 24;
/** Up to this width the panel is a sheet at the bottom, which the styles place (`max-md`). */
const PHONE = 720;

const frame = cva(
  [
    "mx-4 my-3 rounded-md border border-line-2 bg-surface text-ink shadow-pop",
    "max-md:fixed max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:z-30 max-md:m-0 max-md:max-h-[80dvh] max-md:w-auto max-md:overflow-auto max-md:rounded-t-md max-md:rounded-b-none max-md:border-x-0 max-md:border-t max-md:border-b-0",
  ],
  {
    variants: {
      place: {
        page: "",
        beside: "absolute z-8 m-0",
        docked:
          "fixed top-top right-0 bottom-0 z-20 m-0 w-160 max-w-[100vw] overflow-auto rounded-none border-y-0 border-r-0",
      },
    },
  },
);

const arrow = cva("absolute size-2.5 rotate-45 border-line-2", {
  variants: {
    isAbove: { true: "-bottom-1.5 border-r border-b bg-sunken", false: "-top-1.5 border-t border-l bg-surface" },
  },
});

type Place = { top: number; left: number; width: number; arrow: number; isAbove: boolean };

type RollUpProvenanceFrameProps = {
  label: string;
  /** The figure's link: where the panel stands, and where the focus returns. */
  figureId: string;
  closeHref: string;
  /** A long list is docked at the right instead. */
  isDrawer: boolean;
  children: ReactNode;
};

/**
 * The panel beside a figure. The server draws it above the table, where it is read without JavaScript; in the browser it
 * moves to its figure, and Escape or a press elsewhere closes it.
 */
export function RollUpProvenanceFrame(props: RollUpProvenanceFrameProps): ReactNode {
  const { label, figureId, closeHref, isDrawer, children } = props;
  const panel = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const [place, setPlace] = useState<Place | null>(null);

  useLayoutEffect(() => {
    const box = panel.current;
    if (!box || isDrawer) return;
    const move = () => setPlace(window.innerWidth > PHONE ? placeBeside(box, figureId) : null);
    move();
    const observer = new ResizeObserver(move);
    observer.observe(box);
    window.addEventListener("resize", move);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", move);
    };
  }, [figureId, isDrawer]);

  const close = useEffectEvent(() => {
    router.push(closeHref, { scroll: false });
    document.getElementById(figureId)?.focus({ preventScroll: true });
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another figure is a reason to take the focus again.
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
  }, [figureId]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) close();
    };
    const onPress = (event: PointerEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || panel.current?.contains(target) || target.closest("a, button, [role=dialog]"))
        return;
      close();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, []);

  const isAt = place !== null && !isDrawer;
  return (
    <div
      ref={panel}
      id="provenance"
      className={cn(frame({ place: isDrawer ? "docked" : isAt ? "beside" : "page" }))}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      style={isAt ? { top: place.top, left: place.left, width: place.width } : undefined}
    >
      {isAt ? <span className={arrow({ isAbove: place.isAbove })} style={{ left: place.arrow }} /> : null}
      {children}
    </div>
  );
}

/** Under the figure or above it, measured within the frame around the table. */
function placeBeside(box: HTMLElement, figureId: string): Place | null {
  const cell = document.getElementById(figureId)?.closest("td");
  const frame = box.parentElement;
  if (!cell || !frame) return null;
  const at = cell.getBoundingClientRect();
  const around = frame.getBoundingClientRect();
  const height = box.offsetHeight + GAP;
  const bar = document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
  const isAbove = standsAbove({ height, above: at.top - bar, below: window.innerHeight - at.bottom });
  const top = isAbove ? at.top - around.top - height : at.bottom - around.top + GAP;
  const width = Math.min(WIDTH, around.width - 2 * MARGIN);
  const middle = at.left + at.width / 2 - around.left;
  const left = within(middle - width + 3 * ARROW_MARGIN, MARGIN, around.width - MARGIN - width);
  const arrow = within(middle - left, ARROW_MARGIN, width - ARROW_MARGIN) - ARROW;
  return { top, left, width, arrow, isAbove };
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
