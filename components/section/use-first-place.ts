"use client";

import { useEffect, useRef } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import { paragraphAnchor } from "@/lib/domain/anchor";

type FirstPlaceOptions = {
  saver: CellSaver;
  /** Places of the section in the order in which they are drawn. */
  anchors: readonly string[];
  locked: ReadonlySet<string>;
  /** What the office wrote on a place leads there first. */
  comments: readonly { anchor: string; resolved: unknown }[];
  goTo: (anchor: string) => void;
};

/**
 * Puts the cursor where the work begins when a section is opened: at the first note of the office, else in the first
 * place that is blank. A page that is opened at a place keeps to it, and a touch screen is not covered by its keyboard.
 */
export function useFirstPlace({ saver, anchors, locked, comments, goTo }: FirstPlaceOptions): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    const { activeElement } = document;
    const isTaken = activeElement !== null && activeElement !== document.body;
    if (isTaken || window.location.hash !== "" || !window.matchMedia("(hover: hover)").matches) return;
    const open = anchors.filter((anchor) => !locked.has(anchor));
    const noted = comments.find(({ anchor, resolved }) => resolved === null && open.includes(anchor))?.anchor;
    const first = noted ?? open.find((anchor) => saver.cell(anchor).written === null) ?? open[0];
    if (first !== undefined) goTo(first);
  }, [saver, anchors, locked, comments, goTo]);
}

/** The texts of a section first, then its indicators or cells, as its page shows them. */
export function placesInOrder(keys: readonly string[], outline: readonly { key: string }[]): string[] {
  const texts = outline.map(({ key }) => paragraphAnchor(key));
  return [...texts, ...keys.filter((key) => !texts.includes(key))];
}
