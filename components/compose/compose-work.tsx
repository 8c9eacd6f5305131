"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState, useSyncExternalStore } from "react";
import { ComposeConflicts } from "@/components/compose/compose-conflicts";
import { ComposeHead } from "@/components/compose/compose-head";
import { textMark } from "@/components/compose/compose-marks";
import { type ComposeLinks, type ComposeMaterial, createLiveReport } from "@/components/compose/compose-model";
import { ComposeOutline } from "@/components/compose/compose-outline";
import { ComposePanel } from "@/components/compose/compose-panel";
import { ComposePaper } from "@/components/compose/compose-paper";
import { createComposeSave, type SavePrefaceCall, type SaveReportTextCall } from "@/components/compose/compose-save";
import { figureChip } from "@/components/compose/figure-chip";
import { textChanges } from "@/components/compose/text-changes";
import { useComposeEditors } from "@/components/compose/use-compose-editors";
import { useFindingTour } from "@/components/compose/use-finding-tour";
import type { UnitsBehindCall } from "@/components/compose/use-units-behind";
import { UnsavedEntries } from "@/components/saving/unsaved-entries";
import { useCellSaver, useSaving } from "@/components/saving/use-cell-saver";
import { paragraphAnchor } from "@/lib/domain/anchor";
import { PREFACE_KEY } from "@/lib/domain/check/finding";
import type { FormAction } from "@/lib/web/form-action";

type ComposeWorkProps = {
  material: ComposeMaterial;
  links: ComposeLinks;
  now: number;
  /** Why nothing can be written; null while the report is a draft. */
  locked: "final" | "published" | null;
  actions: {
    saveText: SaveReportTextCall;
    savePreface: SavePrefaceCall;
    explain: FormAction;
    chooseNote: FormAction;
    loadUnitsBehind: UnitsBehindCall;
  };
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
  const editors = useComposeEditors(material.headings[0]?.key ?? PREFACE_KEY);
  const tour = useFindingTour(material, findings, editors);
  const { active, register } = editors;
  const { current, tab, need } = tour;
  const changes = textChanges(material, saver);
  const isSaved = useSaving(saver).pending === 0;

  return (
    <div className="grid h-[calc(100dvh-var(--spacing-top))] min-h-140 grid-cols-[--spacing(58)_minmax(0,1fr)_--spacing(87)] grid-rows-1 max-2xl:grid-cols-[--spacing(50)_minmax(0,1fr)_--spacing(75)] max-lg:block max-lg:h-auto">
      <ComposeOutline material={material} saver={saver} findings={findings} active={active} onGo={editors.goTo} />
      <div className="flex min-h-0 min-w-0 flex-col">
        <ComposeHead
          year={material.year}
          saver={saver}
          need={need}
          bindable={locked ? 0 : bindable.length}
          locked={locked}
          links={links}
          onNext={tour.goToNext}
          onBindAll={() => changes.bind(bindable)}
          onReload={changes.reload}
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
            onFocus={editors.setActive}
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
        onTab={tour.setTab}
        onGo={tour.goToFinding}
        onShow={editors.showPlace}
        onDrop={changes.drop}
        onBind={(number) => changes.bind([number])}
        onAppend={changes.append}
        onInsert={editors.insertFigure}
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

/** The legend of how numbers in the text are marked. */
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
