"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { FillFormProvider, useHasScripts } from "@/components/saving/fill-form";
import { SaveStatus } from "@/components/saving/save-status";
import { keepUnsaved } from "@/components/saving/unsaved";
import { UnsavedEntries } from "@/components/saving/unsaved-entries";
import { useFormAction } from "@/components/saving/use-form-action";
import { Alert } from "@/components/ui/alert";
import { Page, PageAside, PageColumns } from "@/components/ui/page";
import { getSection } from "@/lib/domain/format-cells";
import { listChanges } from "@/lib/domain/version-changes";

import type { ActionState } from "@/lib/web/form-action";
import { SectionBar } from "./section-bar";
import { SectionBlocked } from "./section-blocked";
import { SectionChanges, SUBMIT_FORM } from "./section-changes";
import { SectionConflicts } from "./section-conflicts";
import { isSettled, SectionFilled, typedAfter } from "./section-filled";
import { SectionHead } from "./section-head";
import { SectionNil } from "./section-nil";
import { SectionPanel } from "./section-panel";
import { SaveByEnter, SectionSubmit } from "./section-submit";
import { SectionTableSide } from "./section-table-side";
import { SectionTables } from "./section-tables";
import { SectionTexts } from "./section-texts";
import { SectionTools } from "./section-tools";
import type { SectionWorkProps } from "./section-work-props";
import { placesInOrder, useFirstPlace } from "./use-first-place";
import { useReadPasted } from "./use-read-pasted";
import { useSectionWork } from "./use-section-work";

/** One section while its unit fills it in. Declaring it nil starts it afresh from what is stored then. */
export function SectionWork(props: SectionWorkProps): ReactNode {
  const [round, setRound] = useState(0);
  const startAfresh = useCallback(() => setRound((before) => before + 1), []);
  return <Work key={round} {...props} onFresh={startAfresh} />;
}

function Work(props: SectionWorkProps & { onFresh: () => void }): ReactNode {
  const { submissionId, answers, format, explanations, comments, actions, requestIds } = props;
  const { sectionId } = answers;
  const isText = getSection(format, sectionId).kind === "narrative";
  const t = useTranslations("section");
  const hasScripts = useHasScripts();
  const [filled, fill, isFilling] = useFormAction(actions.fill);
  const work = useSectionWork({ ...props, typed: typedAfter(filled) });
  const { saver, saving, current, places, found, written } = work;
  const { todo, findings } = found;
  const { grid, placeOf } = places;
  const [isComparing, setComparing] = useState(false);
  const [isBlockShown, setBlockShown] = useState(false);
  const fillForm = useMemo(() => ({ id: SUBMIT_FORM, kept: "values" in filled ? filled.values : {} }), [filled]);
  useFirstPlace({
    saver,
    anchors: placesInOrder(work.keys, answers.outline),
    locked: found.locked,
    comments,
    goTo: places.goTo,
  });
  const { onFresh } = props;
  useEffect(() => {
    if (isSettled(filled)) onFresh();
  }, [filled, onFresh]);

  const readPasted = useReadPasted(actions.readPasted, submissionId);
  const revision = Math.max(props.revision, work.savedRevision);
  const isBlocked = isBlockShown || filled.status === "refused";
  const inTheWay = found.inTheWay + saving.conflicts.length;
  const isSaved = saving.pending === 0;
  const changes = props.last ? listChanges(props.last.content, written.contentNow()) : [];
  const reload = () => {
    keepUnsaved(submissionId, written.listUnsaved());
    saver.letGo();
    window.location.reload();
  };
  return (
    <FillFormProvider value={fillForm}>
      <Page className="pt-3 max-md:pt-3">
        <SaveByEnter />
        <SectionHead
          {...props.head}
          tools={
            <span className={hasScripts ? "contents" : "invisible"}>
              <SectionTools
                isText={isText}
                comparing={answers.previous ? { isOn: isComparing, set: setComparing } : null}
                onPaste={(text) => grid.current?.paste(text, current)}
              />
              {props.versions}
            </span>
          }
        />
        <PageColumns>
          <div className="flex min-w-0 flex-col gap-3">
            <noscript>
              <Alert variant="warning">{t("filled.noScripts")}</Alert>
            </noscript>
            <UnsavedEntries
              of={submissionId}
              onPutBack={(entries) =>
                saver.write(
                  entries.map(({ anchor, value }) => ({ cellKey: anchor, value: value === "" ? null : value })),
                )
              }
            />
            <SectionFilled state={filled} placeOf={placeOf} />
            <SectionBlocked
              state={filled}
              isShown={isBlocked}
              blocking={found.blocking}
              places={places}
              onReload={reload}
            />
            {props.notice}
            {props.last ? (
              <SectionChanges
                version={props.last.version}
                changes={changes}
                reason={askedReason(filled)}
                placeOf={placeOf}
                onGo={(anchor) => places.goTo(anchor)}
              />
            ) : null}
            {isText ? (
              <>
                <SectionConflicts conflicts={saving.conflicts} saver={saver} placeOf={placeOf} />
                <SectionTexts
                  answers={answers}
                  saver={saver}
                  findings={findings}
                  isBlankShown={isBlocked}
                  onFocus={work.setCurrent}
                />
              </>
            ) : (
              <>
                <SectionNil
                  isNil={props.isNil && written.isAllZero}
                  blanks={written.isNothingButZeros ? work.keys.length - written.filled : 0}
                  isSaved={isSaved}
                  isActing={isFilling}
                />
                <SectionTables
                  ref={grid}
                  format={format}
                  sectionId={sectionId}
                  previous={answers.previous?.figures ?? null}
                  saver={saver}
                  findings={findings}
                  explainedIds={found.explainedIds}
                  locked={found.locked}
                  comments={comments}
                  before={props.last?.content.figures ?? null}
                  isComparing={isComparing}
                  readPasted={readPasted}
                  onFocus={work.setCurrent}
                />
              </>
            )}
          </div>
          <PageAside className="xl:max-h-[calc(100dvh-8.75rem)] xl:overflow-y-auto">
            <SectionPanel
              submissionId={submissionId}
              format={format}
              sectionId={sectionId}
              year={answers.cycle.year}
              explanations={explanations}
              comments={comments}
              saver={saver}
              todo={todo}
              blanksAsZero={found.blanksAsZero}
              current={current}
              valueAt={written.valueAt}
              places={places}
              corrections={work.corrections}
              isSaved={isSaved}
              explainAction={actions.explain}
              resolve={{ requestId: requestIds.resolve, action: actions.resolve }}
            />
            {isText ? null : (
              <SectionTableSide
                submissionId={submissionId}
                format={format}
                current={current}
                previousYear={answers.previous?.year ?? null}
                saver={saver}
                found={found}
                explanations={explanations}
                correctCarried={actions.correctCarried}
                isSaved={isSaved}
                onFresh={props.onFresh}
              />
            )}
          </PageAside>
        </PageColumns>
      </Page>
      <SectionBar
        status={<SaveStatus saver={saver} signInHref={props.signInHref} isText={isText} />}
        saving={saving}
        refusal={work.refusal}
        todo={todo}
        blanksAsZero={found.blanksAsZero.length}
        openComments={comments.filter((comment) => comment.resolved === null).length}
        progress={t(isText ? "bar.paragraphs" : "bar.filled", { filled: written.filled, all: work.keys.length })}
        onRetry={saver.retry}
        onReload={reload}
        onNext={work.goNext}
      >
        <SectionSubmit
          submissionId={submissionId}
          requestId={requestIds.fill}
          revision={revision}
          send={fill}
          blocking={inTheWay}
          blanksSeen={found.blanksAsZero.length}
          pending={saving.pending}
          needsSignature={props.needsSignature}
          isPrimary={todo.blocking + saving.conflicts.length === 0}
          onBlocked={() => {
            found.countBlanks();
            setBlockShown(true);
          }}
          onFlush={saver.retry}
        />
      </SectionBar>
    </FillFormProvider>
  );
}

/** What was typed as the reason for sending the same again; null where nobody has asked for one. */
function askedReason(state: ActionState): string | null {
  const typed = "values" in state ? state.values.unchangedReason : undefined;
  if (typeof typed === "string") return typed;
  return state.status === "refused" && state.code === "unchanged_since_version" ? "" : null;
}
