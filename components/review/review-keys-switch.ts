"use client";

import { useSyncExternalStore } from "react";

const NAME = "nianbao.review-keys";
const CHANGED = "nianbao:review-keys";

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener("storage", onChange);
  };
}

/** Whether this browser's reviewer wants single keys to act; kept in the browser, since it depends on the keyboard and on assistive programs. */
export function useReviewKeysSwitch(): { isOn: boolean; turn: (isOn: boolean) => void } {
  const isOn = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(NAME) !== "off",
    () => true,
  );
  return {
    isOn,
    turn: (next) => {
      window.localStorage.setItem(NAME, next ? "on" : "off");
      window.dispatchEvent(new Event(CHANGED));
    },
  };
}
