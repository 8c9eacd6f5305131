"use client";

import type { Editor } from "@tiptap/core";
import { Document } from "@tiptap/extension-document";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions";
import { type Node, Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { EditorContent, useEditor } from "@tiptap/react";
import { type ReactNode, type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from "react";
import { FigureNode } from "@/components/compose/compose-figure-node";
import { drawMarks, FindingMarks, type MarkKind, type PlacedUnit, UNIT_NAME } from "@/components/compose/compose-marks";
import { documentOf, FIGURE_NODE, rangeInDocument, storedText } from "@/components/compose/compose-text";
import { figureClass } from "@/components/compose/figure-chip";
import { cn } from "@/components/ui/cn";
import { type FigureLookup, resolveNarrative } from "@/lib/domain/narrative";
import { mapNarrative, storedRange, type TextRange } from "@/lib/domain/narrative-map";

/** A text is checked and saved when its writer pauses this long, or leaves it. */
const PAUSE_MS = 1_000;

/** Marks a change that comes from what is stored and need not be stored again. */
const FROM_OUTSIDE = "fromOutside";

const TEXT = cn(
  "min-h-7.5 indent-[2em] wrap-anywhere whitespace-break-spaces",
  "focus-visible:rounded-xs focus-visible:outline-1 focus-visible:outline-offset-6 focus-visible:outline-accent-line",
);

export type TextMark = TextRange & { kind: MarkKind };

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
  /** Whose words begin with each line; null where they go on, or where only one unit writes. */
  units: readonly (string | null)[];
  isReadOnly: boolean;
  onWrite: (text: string) => void;
  onFocus: () => void;
  ref: Ref<EditorHandle>;
};

/** The text under a heading as it will be printed, to be written in. */
export function ComposeEditor(props: ComposeEditorProps): ReactNode {
  const { stored, lookup, marks, units, ref } = props;
  const editor = useTextEditor(props);

  useEffect(() => {
    if (!editor) return;
    const map = mapNarrative(stored, lookup);
    const placed = marks.flatMap((mark) => {
      const range = storedRange(map, mark);
      const at = range && rangeInDocument(editor.state.doc, range);
      return at ? [{ kind: mark.kind, ...at }] : [];
    });
    drawMarks(editor, { marks: placed, units: placeUnits(editor.state.doc, units) });
  }, [editor, stored, lookup, marks, units]);

  /** What was asked for before there was an editor: the page was opened at these words. */
  const awaited = useRef<TextRange | null>(null);
  const showAwaited = useEffectEvent((ready: Editor) => {
    if (awaited.current) showRange(ready, storedRange(mapNarrative(stored, lookup), awaited.current));
    awaited.current = null;
  });
  useEffect(() => {
    if (editor) showAwaited(editor);
  }, [editor]);

  useImperativeHandle(
    ref,
    () => ({
      focus: () => editor?.commands.focus(),
      show: (start, end) => {
        if (editor) showRange(editor, storedRange(mapNarrative(stored, lookup), { start, end }));
        else awaited.current = { start, end };
      },
      insertFigure: (cellKey) => {
        const attrs = { cellKey, value: lookup(cellKey) ?? "" };
        editor?.chain().focus().insertContent({ type: FIGURE_NODE, attrs }).run();
      },
    }),
    [editor, stored, lookup],
  );

  if (editor) return <EditorContent editor={editor} />;
  return <StaticText {...props} />;
}

/** The editor of one text; null on the server. It hands the text on when its writer pauses, leaves it, or goes. */
function useTextEditor({ label, stored, lookup, isReadOnly, onWrite, onFocus }: ComposeEditorProps): Editor | null {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isDirty = useRef(false);

  const flush = (from: Editor | null) => {
    clearTimeout(timer.current);
    if (!isDirty.current || !from) return;
    isDirty.current = false;
    onWrite(storedText(from.state.doc));
  };
  const editor = useEditor({
    extensions: [Document, Paragraph, Text, UndoRedo, FigureNode.configure({ lookup }), FindingMarks],
    content: documentOf(stored, lookup),
    editable: !isReadOnly,
    // The server draws the text; the editor takes its place in the browser.
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: "\n" } },
    editorProps: {
      attributes: {
        class: TEXT,
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        spellcheck: "false",
        ...(isReadOnly ? { "aria-readonly": "true" } : {}),
      },
      handlePaste: (view, event) => pasteWords(view, event, lookup),
      handleDrop: () => true,
    },
    onFocus,
    onBlur: ({ editor: left }) => flush(left),
    onUpdate: ({ editor: changed, transaction }) => {
      if (transaction.getMeta(FROM_OUTSIDE)) return;
      isDirty.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => flush(changed), PAUSE_MS);
    },
  });
  const flushAtTheEnd = useEffectEvent(() => flush(editor));
  useEffect(() => () => flushAtTheEnd(), []);

  useEffect(() => {
    if (!editor || isDirty.current || storedText(editor.state.doc) === stored) return;
    const next = editor.schema.nodeFromJSON(documentOf(stored, lookup));
    const { tr, doc } = editor.state;
    editor.view.dispatch(tr.replaceWith(0, doc.content.size, next.content).setMeta(FROM_OUTSIDE, true));
  }, [editor, stored, lookup]);
  return editor;
}

/** What was copied here keeps its live figures; from elsewhere only the words are wanted. True where it was put in. */
function pasteWords(view: EditorView, event: ClipboardEvent, lookup: FigureLookup): boolean {
  const data = event.clipboardData;
  if (!data || data.getData("text/html").includes("data-pm-slice")) return false;
  const pasted = documentOf(data.getData("text/plain").replace(/\r\n?/g, "\n"), lookup);
  const { content } = view.state.schema.nodeFromJSON(pasted);
  view.dispatch(view.state.tr.replaceSelection(new Slice(content, 1, 1)).scrollIntoView());
  return true;
}

/** Selects a range of the stored text and brings it into sight; without one the text as a whole takes the focus. */
function showRange(editor: Editor, range: TextRange | null): void {
  const at = range ? rangeInDocument(editor.state.doc, range) : null;
  if (at) editor.chain().focus(undefined, { scrollIntoView: false }).setTextSelection(at).run();
  else editor.commands.focus();
  const shown = at ? editor.view.domAtPos(at.from).node.parentElement : editor.view.dom;
  shown?.scrollIntoView({ block: "center" });
}

function placeUnits(document: Node, units: readonly (string | null)[]): PlacedUnit[] {
  const placed: PlacedUnit[] = [];
  document.forEach((paragraph, offset, index) => {
    const unit = units[index];
    if (unit) placed.push({ unit, from: offset, to: offset + paragraph.nodeSize });
  });
  return placed;
}

/** The same text before any script has run. */
function StaticText({ stored, lookup, units }: ComposeEditorProps): ReactNode {
  return (
    <div className={TEXT}>
      {stored.split("\n").map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and are drawn once
        <p key={index} {...(units[index] ? { "data-unit": units[index], className: UNIT_NAME } : {})}>
          {resolveNarrative(line, lookup).map((segment, at) =>
            segment.kind === "text" ? (
              segment.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a figure may stand twice in a line
              <data key={at} className={figureClass(segment.cellKey)} value={segment.value}>
                {segment.value}
              </data>
            ),
          )}
          {line === "" ? <br /> : null}
        </p>
      ))}
    </div>
  );
}
