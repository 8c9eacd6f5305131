"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { ErrorOctagonIcon } from "@/components/ui/state-icons";

export type ErrorSummaryItem = { text: string; href: `#${string}` };

type ErrorSummaryProps = {
  title: string;
  items: readonly ErrorSummaryItem[];
  /** Goes there in the page's own way, where the place may be out of sight. */
  onGo?: (index: number) => void;
};

/**
 * The errors of a form that was not accepted, one link each. It takes the focus when it appears and again whenever the
 * list changes, so that the first thing read out after a failed submit is what is wrong.
 */
export function ErrorSummary({ title, items, onGo }: ErrorSummaryProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const texts = items.map((item) => item.text).join("\n");

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of errors is a new reason to take the focus.
  useEffect(() => {
    box.current?.focus();
  }, [texts]);

  if (items.length === 0) return null;
  return (
    <div
      className="rounded-sm border border-l-3 border-danger bg-surface px-4 py-3 focus:outline-2 focus:outline-offset-2 focus:outline-focus"
      role="alert"
      tabIndex={-1}
      ref={box}
    >
      <h2 className="flex items-center gap-2 text-base">
        <ErrorOctagonIcon className="text-danger" />
        {title}
      </h2>
      <ol className="pt-1 pl-6">
        {items.map((item, index) => (
          <li key={`${item.href} ${item.text}`}>
            <a
              className="inline-block py-0.5 text-danger underline"
              href={item.href}
              onClick={(event) => {
                if (!onGo) return goTo(event, item.href);
                event.preventDefault();
                onGo(index);
              }}
            >
              {item.text}
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Puts the focus on the field itself, not only the page beside it. */
function goTo(event: { preventDefault: () => void }, href: string): void {
  const target = document.getElementById(href.slice(1));
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: "center" });
}
