import { useRef, useState } from "react";
import type { EditorHandle } from "@/components/compose/compose-editor";
import type { TextPlace } from "@/lib/domain/check/finding";

/** The editors of the report's texts by heading key, and the heading that is being written under. */
export function useComposeEditors(firstKey: string) {
  const [active, setActive] = useState(firstKey);
  const editors = useRef(new Map<string, EditorHandle>());
  const refs = useRef(new Map<string, (handle: EditorHandle | null) => void>());

  return {
    active,
    setActive,
    /** The `ref` of a heading's editor, the same at each drawing. */
    register(key: string): (handle: EditorHandle | null) => void {
      const known = refs.current.get(key);
      if (known) return known;
      const keep = (handle: EditorHandle | null) => {
        if (handle) editors.current.set(key, handle);
        else editors.current.delete(key);
      };
      refs.current.set(key, keep);
      return keep;
    },
    /** To a heading, or a section that has none, and into its text where it has one. */
    goTo(key: string): void {
      const element = document.getElementById(`heading-${key}`);
      element?.scrollIntoView({ block: "start" });
      if (!editors.current.has(key)) return;
      setActive(key);
      editors.current.get(key)?.focus();
    },
    /** Selects words of a text. */
    showPlace({ headingKey, start, end }: TextPlace): void {
      setActive(headingKey);
      editors.current.get(headingKey)?.show(start, end);
    },
    /** Puts a live figure into the text that was written in last. */
    insertFigure(cellKey: string): void {
      editors.current.get(active)?.insertFigure(cellKey);
    },
  };
}

export type ComposeEditors = ReturnType<typeof useComposeEditors>;
