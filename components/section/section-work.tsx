"use client";

import { useRouter } from "next/navigation";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { FillFormProvider, useHasScripts } from "@/components/saving/fill-form";
import { keepUnsaved } from "@/components/saving/unsaved-storage";
import { useFormAction } from "@/components/saving/use-form-action";
import { Page, PageColumns } from "@/components/ui/page";
import { getSection } from "@/lib/domain/format-cells";
import { SectionAside } from "./section-aside";
import { fillDirectly } from "./section-calls";
import { SUBMIT_FORM } from "./section-changes";
import { SectionColumn } from "./section-column";
import { isSettled, typedAfter } from "./section-filled";
import { SectionFoot } from "./section-foot";
import { SectionHead } from "./section-head";
import { SaveByEnter } from "./section-submit";
import { SectionTools } from "./section-tools";
import type { SectionWorkProps } from "./section-work-props";
import { placesInOrder, useFirstPlace } from "./use-first-place";
import { type SectionWork as SectionWorkState, useSectionWork } from "./use-section-work";

/** Loaded on demand, since few people open it. */
const CellHistory = lazy(async () => ({ default: (await import("./cell-history")).CellHistory }));

/** One section while its unit fills it in. Declaring it nil starts it afresh from what is stored then. */
export function SectionWork(props: SectionWorkProps): ReactNode {
  const [round, setRound] = useState(0);
  const startAfresh = useCallback(() => setRound((before) => before + 1), []);
  return <Work key={round} {...props} onFresh={startAfresh} />;
}

function Work(props: SectionWorkProps & { onFresh: () => void }): ReactNode {
  const { submissionId, answers, comments, onFresh } = props;
  const isText = getSection(props.format, answers.sectionId).kind === "narrative";
  const router = useRouter();
  // The form counts as pending until the page of what was submitted has loaded.
  const [filled, fill, isFilling] = useFormAction(fillDirectly(props.actions.fill, () => router.refresh()));
  const work = useSectionWork({ ...props, typed: typedAfter(filled) });
  const { saver, places, found, written } = work;
  const [isComparing, setComparing] = useState(false);
  const [isBlockShown, setBlockShown] = useState(false);
  const [historyOf, setHistoryOf] = useState<string | null>(null);
  const fillForm = useMemo(() => ({ id: SUBMIT_FORM, kept: "values" in filled ? filled.values : {} }), [filled]);
  useFirstPlace({
    saver,
    anchors: placesInOrder(work.keys, answers.outline),
    locked: found.locked,
    comments,
    goTo: places.goTo,
  });
  useEffect(() => {
    if (isSettled(filled)) onFresh();
  }, [filled, onFresh]);

  const reload = () => {
    keepUnsaved(submissionId, written.listUnsaved());
    saver.letGo();
    window.location.reload();
  };
  const comparing = answers.previous ? { isOn: isComparing, set: setComparing } : null;
  return (
    <FillFormProvider value={fillForm}>
      <Page className="pt-3 max-md:pt-3">
        <SaveByEnter />
        <SectionHead
          {...props.head}
          tools={<HeadTools section={props} work={work} isText={isText} comparing={comparing} />}
        />
        <PageColumns>
          <SectionColumn
            section={props}
            work={work}
            isText={isText}
            isComparing={isComparing}
            filled={filled}
            isFilling={isFilling}
            isBlockShown={isBlockShown}
            onReload={reload}
            onHistory={setHistoryOf}
          />
          <SectionAside section={props} work={work} isText={isText} onFresh={onFresh} onHistory={setHistoryOf} />
        </PageColumns>
      </Page>
      <HistoryPanel section={props} work={work} cellKey={historyOf} onClose={() => setHistoryOf(null)} />
      <SectionFoot
        section={props}
        work={work}
        isText={isText}
        send={fill}
        onBlocked={() => {
          found.countBlanks();
          setBlockShown(true);
        }}
        onReload={reload}
      />
    </FillFormProvider>
  );
}

type WorkParts = { section: SectionWorkProps; work: SectionWorkState };

type HeadToolsProps = WorkParts & {
  isText: boolean;
  /** Last year's figures beside this year's; null where there are none. */
  comparing: { isOn: boolean; set: (isOn: boolean) => void } | null;
};

/** The tools in the head of the page, which need scripts. */
function HeadTools({ section, work, isText, comparing }: HeadToolsProps): ReactNode {
  const hasScripts = useHasScripts();
  const { saver, places } = work;
  return (
    <span className={hasScripts ? "contents" : "invisible"}>
      <SectionTools
        isText={isText}
        comparing={comparing}
        workbook={{
          submissionId: section.submissionId,
          href: section.workbookHref,
          saver,
          placeOf: places.placeOf,
          read: section.actions.readWorkbook,
          onTake: (changes) => places.grid.current?.put(changes),
        }}
        onPaste={(text) => places.grid.current?.paste(text, work.current)}
      />
      {section.versions}
    </span>
  );
}

type HistoryPanelProps = WorkParts & { cellKey: string | null; onClose: () => void };

/** What became of one cell; nothing where none was asked for. */
function HistoryPanel({ section, work, cellKey, onClose }: HistoryPanelProps): ReactNode {
  if (cellKey === null) return null;
  return (
    <Suspense>
      <CellHistory
        submissionId={section.submissionId}
        cellKey={cellKey}
        cellName={work.places.placeOf(cellKey)}
        saver={work.saver}
        previous={section.answers.previous}
        load={section.actions.loadCellHistory}
        onClose={onClose}
      />
    </Suspense>
  );
}
