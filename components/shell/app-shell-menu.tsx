"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";

type DropMenuProps = {
  summary: ReactNode;
  /** Opens towards the left, for a menu at the right end of the bar. */
  isAtEnd?: boolean;
  children: ReactNode;
};

/** A menu that opens without JavaScript; with it, it also closes on Escape, on a press elsewhere and on going somewhere. */
export function DropMenu({ summary, isAtEnd, children }: DropMenuProps): ReactNode {
  const menu = useRef<HTMLDetailsElement>(null);
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason to close.
  useEffect(() => {
    menu.current?.removeAttribute("open");
  }, [path]);

  useEffect(() => {
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) menu.current?.removeAttribute("open");
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !menu.current?.open) return;
      menu.current.removeAttribute("open");
      menu.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, []);

  return (
    <details className="group relative min-w-0" ref={menu}>
      <summary className="flex min-w-0 items-center gap-1.5 group-open:text-ink">{summary}</summary>
      <div
        className={cn(
          "absolute top-full z-40 mt-2 min-w-45 rounded-md border border-line-2 bg-surface p-1 text-sm text-ink shadow-pop",
          isAtEnd
            ? "right-0 max-md:max-h-[calc(100dvh-var(--spacing-top)---spacing(5))] max-md:min-w-65 max-md:overflow-auto"
            : "left-0",
        )}
      >
        {children}
      </div>
    </details>
  );
}
