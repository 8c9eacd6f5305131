"use client";

import type { Ref } from "react";
import { type ReactNode, useEffect, useEffectEvent, useId, useImperativeHandle, useRef, useState } from "react";
import type { FigureLookup } from "@/lib/domain/narrative";
import { mapNarrative, storedRange } from "@/lib/domain/narrative-map";
import { type MarkKind, paintMarks } from "./compose-marks";
import { chipMarkup, editorMarkup, rangeInEditor, readEditor } from "./compose-text";

/** A text is checked and saved when its writer pauses this long, or leaves it. */
const PAUSE_MS = 1_000;

export type TextMark = { kind: MarkKind; start: number; end: number };

export type EditorHandle = {
  /** Puts a live figure where the caret was last. */
  insertFigure: (cellKey: string) => void;
  /** Shows a range of the printed text and puts the selection on it. */
  show: (start: number, end: number) => void;
  focus: () => void;
};

type ComposeEditorProps = {
  label: string;
  stored: string;
  lookup: FigureLookup;
  marks: readonly TextMark[];
  isReadOnly: boolean;
  onWrite: (text: string) => void;
  onFocus: () => void;
  ref: Ref<EditorHandle>;
};

/**
 * The text under a heading as it will be printed, to be written in. The browser owns what stands inside while one types;
 * it is drawn anew only when the stored text has changed otherwise.
 */
export function ComposeEditor(props: ComposeEditorProps): ReactNode {
  const { label, stored, lookup, marks, isReadOnly, onWrite, onFocus, ref } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const caret = useRef<Range | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isDirty = useRef(false);
  const [markup] = useState(() => ({ __html: editorMarkup(stored, lookup) }));
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    document.execCommand("defaultParagraphSeparator", false, "p");
    setReady(true);
  }, []);

  useEffect(() => {
    const remember = () => {
      caret.current = rangeWithin(box.current) ?? caret.current;
    };
    document.addEventListener("selectionchange", remember);
    return () => document.removeEventListener("selectionchange", remember);
  }, []);

  const flush = () => {
    clearTimeout(timer.current);
    if (!isDirty.current || !box.current) return;
    isDirty.current = false;
    onWrite(readEditor(box.current).text);
  };
  const flushAtTheEnd = useEffectEvent(flush);
  useEffect(() => () => flushAtTheEnd(), []);
  const touch = () => {
    isDirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, PAUSE_MS);
  };

  useEffect(() => {
    const root = box.current;
    if (!root || isDirty.current) return;
    // A key that somebody typed becomes a chip once they have left the text.
    const isShown = readEditor(root).text === stored;
    const hasTypedKey = document.activeElement !== root && root.textContent.includes("{{");
    if (isShown && !hasTypedKey) return;
    root.innerHTML = editorMarkup(stored, lookup);
    caret.current = null;
  }, [stored, lookup]);

  useEffect(() => {
    const root = box.current;
    if (!root) return;
    const { nodes } = readEditor(root);
    const map = mapNarrative(stored, lookup);
    const rangesOf = (kind: MarkKind) =>
      marks.flatMap((mark) => {
        const at = mark.kind === kind ? storedRange(map, mark) : null;
        return at ? (rangeInEditor(nodes, at.start, at.end) ?? []) : [];
      });
    paintMarks(id, { error: rangesOf("error"), warning: rangesOf("warning"), bindable: rangesOf("bindable") });
    return () => paintMarks(id, null);
  }, [id, stored, lookup, marks]);

  useImperativeHandle(ref, () => ({
    focus: () => box.current?.focus(),
    show: (start, end) => {
      const root = box.current;
      const at = storedRange(mapNarrative(stored, lookup), { start, end });
      if (!root) return;
      root.focus({ preventScroll: true });
      const range = at ? rangeInEditor(readEditor(root).nodes, at.start, at.end) : null;
      if (range) select(range);
      (range?.startContainer.parentElement ?? root).scrollIntoView({ block: "center" });
    },
    insertFigure: (cellKey) => {
      const root = box.current;
      if (!root) return;
      root.focus({ preventScroll: true });
      const range = caret.current ?? endOf(root);
      range.deleteContents();
      const chip = range.createContextualFragment(chipMarkup(cellKey, lookup(cellKey) ?? "")).firstChild;
      if (!chip) return;
      range.insertNode(chip);
      range.setStartAfter(chip);
      range.collapse(true);
      select(range);
      touch();
    },
  }));

  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea cannot show figures that are bound to their cells.
    <div
      ref={box}
      className="ed-text"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      aria-readonly={isReadOnly || undefined}
      tabIndex={0}
      contentEditable={isReady && !isReadOnly}
      suppressContentEditableWarning
      spellCheck={false}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made from the stored text, every sign of which is escaped.
      dangerouslySetInnerHTML={markup}
      onFocus={onFocus}
      onInput={touch}
      onBlur={flush}
      onPaste={(event) => {
        event.preventDefault();
        document.execCommand("insertText", false, event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n"));
      }}
      onDrop={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && ["b", "i", "u"].includes(event.key.toLowerCase()))
          event.preventDefault();
      }}
    />
  );
}

function select(range: Range): void {
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

function rangeWithin(root: HTMLElement | null): Range | null {
  const selection = window.getSelection();
  if (!root || !selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return root.contains(range.commonAncestorContainer) ? range.cloneRange() : null;
}

function endOf(root: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(root.lastElementChild ?? root);
  range.collapse(false);
  return range;
}
