"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";

export type Tab = { key: string; label: string; count?: number; icon?: ReactNode; panel: ReactNode };

type TabsProps = {
  label: string;
  tabs: readonly Tab[];
  initial?: string;
  /** Given together, the page decides which tab is open. */
  open?: string;
  onOpen?: (key: string) => void;
};

/** Several panels in one place, one of them in sight. Tabs that change the address are links in a `nav.tabs`. */
export function Tabs({ label, tabs, initial, open, onOpen }: TabsProps): ReactNode {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(initial);
  const current = tabs.find(({ key }) => key === (open ?? chosen)) ?? tabs[0];
  if (!current) return null;

  const choose = (key: string) => {
    setChosen(key);
    onOpen?.(key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = tabs[stepTo(event.key, tabs.indexOf(current), tabs.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    choose(next.key);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus();
  };

  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map(({ key, label: name, count, icon }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-tab-${key}`}
            data-tab={key}
            aria-selected={key === current.key}
            aria-controls={key === current.key ? `${id}-panel` : undefined}
            tabIndex={key === current.key ? 0 : -1}
            onClick={() => choose(key)}
          >
            {name}
            {icon}
            {count === undefined ? null : <span className="n">{count}</span>}
          </button>
        ))}
      </div>
      <div
        key={current.key}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${current.key}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without anything to focus must still be reached.
        tabIndex={0}
      >
        {current.panel}
      </div>
    </>
  );
}

/** ← → Home End, around the ends. */
function stepTo(key: string, at: number, count: number): number | null {
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowLeft") return (at + count - 1) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}
