"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { ComposeConflicts } from "@/components/compose/compose-conflicts";
import type { EditorHandle } from "@/components/compose/compose-editor";
import { ComposeHead } from "@/components/compose/compose-head";
import { textMark } from "@/components/compose/compose-marks";
import type { ComposeLinks } from "@/components/compose/compose-model";
import {
  type Bindable,
  type ComposeHeading,
  type ComposeMaterial,
  createLiveReport,
  listTexts,
  lookupOf,
  textOf,
} from "@/components/compose/compose-model";
import { ComposeOutline } from "@/components/compose/compose-outline";
import { ComposePanel } from "@/components/compose/compose-panel";
import { ComposePaper } from "@/components/compose/compose-paper";
import { createComposeSave, type SavePrefaceCall, type SaveReportTextCall } from "@/components/compose/compose-save";
import { figureChip } from "@/components/compose/figure-chip";
import { keepUnsaved } from "@/components/saving/unsaved";
import { UnsavedEntries } from "@/components/saving/unsaved-entries";
import { useCellSaver, useSaving } from "@/components/saving/use-cell-saver";
import { paragraphAnchor } from "@/lib/domain/anchor";
import { type Finding, PREFACE_KEY, type TextPlace } from "@/lib/domain/check/finding";
import { sortByNeed } from "@/lib/domain/explanation";
import { bindFigures, dropRange } from "@/lib/domain/narrative-map";
import type { FormAction } from "@/lib/web/form-action";

type ComposeWorkProps = {
  material: ComposeMaterial;
  links: ComposeLinks;
  now: number;
  /** Why nothing can be written; null while the report is a draft. */
  locked: "final" | "published" | null;
  actions: { saveText: SaveReportTextCall; savePreface: SavePrefaceCall; explain: FormAction; chooseNote: FormAction };
};

/** The office's writing desk: the outline, the text, and what is said about it. */
export function ComposeWork(props: ComposeWorkProps): ReactNode {
  const { material, links, now, locked, actions } = props;
  const { saveText, savePreface } = actions;
  const t = useTranslations("compose");
  const somebody = t("somebody");
  const save = useMemo(
    () => createComposeSave({ cycleId: material.cycleId, saveText, savePreface, somebody }),
    [material.cycleId, saveText, savePreface, somebody],
  );
  const saver = useCellSaver(initialTexts(material), save);
  const [readLive] = useState(() => createLiveReport(saver, material));
  const { findings, bindable, repeated } = useSyncExternalStore(saver.subscribe, readLive, readLive);
  const [active, setActive] = useState(material.headings[0]?.key ?? PREFACE_KEY);
  const [current, setCurrent] = useState<string | null>(null);
  const [tab, setTab] = useState("findings");
  const editors = useRef(new Map<string, EditorHandle>());
  const registers = useRef(new Map<string, (handle: EditorHandle | null) => void>());

  const register = (key: string) => {
    const known = registers.current.get(key);
    if (known) return known;
    const keep = (handle: EditorHandle | null) => {
      if (handle) editors.current.set(key, handle);
      else editors.current.delete(key);
    };
    registers.current.set(key, keep);
    return keep;
  };
  const goTo = (key: string) => {
    const element = document.getElementById(`heading-${key}`);
    element?.scrollIntoView({ block: "start" });
    if (!editors.current.has(key)) return;
    setActive(key);
    editors.current.get(key)?.focus();
  };
  const showPlace = ({ headingKey, start, end }: TextPlace) => {
    setActive(headingKey);
    editors.current.get(headingKey)?.show(start, end);
  };
  const goToFinding = (finding: Finding) => {
    setCurrent(finding.id);
    setTab("findings");
    if (finding.text) showPlace(finding.text);
    else if (finding.sectionId) {
      const first = material.headings.find((heading) => heading.sectionId === finding.sectionId);
      goTo(first?.key ?? `section-${finding.sectionId}`);
    }
  };
  const drop = (place: TextPlace) => {
    const text = listTexts(material, saver).find(({ key }) => key === place.headingKey)?.text ?? "";
    const value = dropRange(text, lookupOf(material.values), place);
    saver.write([{ cellKey: paragraphAnchor(place.headingKey), value }]);
  };
  const goToNamed = useEffectEvent((hash: string) => {
    const named = findings.find((finding) => hash === `#finding-${finding.id}`);
    if (named) goToFinding(named);
  });
  useEffect(() => goToNamed(window.location.hash), []);
  const bind = (numbers: readonly Bindable[]) => {
    const values = listTexts(material, saver).flatMap(({ key, text }) => {
      const headingNumbers = numbers.filter((number) => number.headingKey === key);
      if (headingNumbers.length === 0) return [];
      return [{ cellKey: paragraphAnchor(key), value: bindFigures(text, lookupOf(material.values), headingNumbers) }];
    });
    saver.write(values);
  };
  const append = (heading: ComposeHeading, text: string) => {
    const before = textOf(heading, saver);
    const value = before === "" ? text : `${before}\n${text}`;
    saver.write([{ cellKey: paragraphAnchor(heading.key), value }]);
  };
  const explainedIds = new Set(
    material.explanations.flatMap((explanation) => (explanation.unit === null ? [explanation.findingId] : [])),
  );
  const need = sortByNeed(findings, explainedIds);
  const goToNext = () => {
    const open = need.errors.length > 0 ? need.errors : need.warnings;
    const at = open.findIndex((finding) => finding.id === current);
    const next = open[(at + 1) % open.length];
    if (next) goToFinding(next);
  };
  const reload = () => {
    const unsaved = listTexts(material, saver).flatMap(({ key, text }) => {
      const anchor = paragraphAnchor(key);
      const { written, stored } = saver.cell(anchor);
      const place = material.headings.find((heading) => heading.key === key)?.title ?? "";
      return written === stored ? [] : [{ anchor, place, value: text }];
    });
    keepUnsaved(material.cycleId, unsaved);
    saver.letGo();
    window.location.reload();
  };
  const isSaved = useSaving(saver).pending === 0;

  return (
    <div className="grid h-[calc(100dvh-var(--spacing-top))] min-h-140 grid-cols-[--spacing(58)_minmax(0,1fr)_--spacing(87)] grid-rows-1 max-2xl:grid-cols-[--spacing(50)_minmax(0,1fr)_--spacing(75)] max-lg:block max-lg:h-auto">
      <ComposeOutline material={material} saver={saver} findings={findings} active={active} onGo={goTo} />
      <div className="flex min-h-0 min-w-0 flex-col">
        <ComposeHead
          year={material.year}
          saver={saver}
          need={need}
          bindable={locked ? 0 : bindable.length}
          locked={locked}
          links={links}
          onNext={goToNext}
          onBindAll={() => bind(bindable)}
          onReload={reload}
        />
        <UnsavedEntries
          of={material.cycleId}
          onPutBack={(entries) => saver.write(entries.map(({ anchor, value }) => ({ cellKey: anchor, value })))}
        />
        <ComposeConflicts material={material} saver={saver} />
        <div className="min-h-0 flex-1 overflow-auto px-6 max-lg:overflow-visible max-lg:px-0">
          <ComposePaper
            material={material}
            saver={saver}
            findings={findings}
            bindable={bindable}
            now={now}
            active={active}
            isReadOnly={locked !== null}
            tablesHref={links.tables}
            onFocus={setActive}
            register={register}
          />
        </div>
        <Legend />
      </div>
      <ComposePanel
        {...{ material, links, now, need, findings, bindable, current, active, tab }}
        repeated={repeated}
        isReadOnly={locked !== null}
        isSaved={isSaved}
        actions={actions}
        onTab={setTab}
        onGo={goToFinding}
        onShow={showPlace}
        onDrop={drop}
        onBind={(number) => bind([number])}
        onAppend={append}
        onInsert={(cellKey) => editors.current.get(active)?.insertFigure(cellKey)}
      />
    </div>
  );
}

function initialTexts(material: ComposeMaterial): Record<string, string | null> {
  return {
    [paragraphAnchor(PREFACE_KEY)]: material.preface,
    ...Object.fromEntries(material.headings.map((heading) => [paragraphAnchor(heading.key), heading.own])),
  };
}

/** What the looks of a number in the text mean. */
function Legend(): ReactNode {
  const t = useTranslations("compose.legend");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-surface px-6 py-2.25 text-xs text-ink-3 *:inline-flex *:items-center *:gap-1.25 max-md:px-4">
      <span>
        <span className={figureChip({ kind: "table" })}>223</span> {t("live")}
      </span>
      <span>
        <span className={figureChip({ kind: "indicator" })}>1298</span> {t("indicator")}
      </span>
      <span>
        <span className={figureChip({ kind: "wrong" })}>14</span> {t("wrong")}
      </span>
      <span>
        <span className={textMark({ kind: "bindable" })}>11</span> {t("bindable")}
      </span>
    </div>
  );
}
