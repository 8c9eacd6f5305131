"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { ShownComment } from "@/components/findings/comment-card";
import { FillFormProvider, useHasScripts } from "@/components/saving/fill-form";
import { SaveStatus } from "@/components/saving/save-status";
import { keepUnsaved } from "@/components/saving/unsaved";
import { UnsavedEntries } from "@/components/saving/unsaved-entries";
import { useFormAction } from "@/components/saving/use-form-action";
import { SectionCarriedPlain } from "@/components/section/section-carried-plain";
import { Alert } from "@/components/ui/alert";
import { Page, PageAside, PageColumns } from "@/components/ui/page";
import { Switch } from "@/components/ui/switch";
import type { Figures } from "@/lib/domain/cell";
import type { UnitAnswers } from "@/lib/domain/check/subject";
import type { Format } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import { listChanges, type VersionContent } from "@/lib/domain/version";
import type { ActionState, FormAction } from "@/lib/web/form-action";
import { SectionBar } from "./section-bar";
import { SectionBlocked } from "./section-blocked";
import { SectionCarried } from "./section-carried";
import { SectionChanges, SUBMIT_FORM } from "./section-changes";
import { SectionConflicts } from "./section-conflicts";
import { isSettled, SectionFilled, typedAfter } from "./section-filled";
import { GridKeys, SectionGuideCard } from "./section-guide";
import { SectionHead } from "./section-head";
import { SectionNil } from "./section-nil";
import { SectionPanel, type UnitExplained } from "./section-panel";
import { SectionPaste } from "./section-paste";
import type { ReadPastedCall, SaveFiguresCall, SaveParagraphCall } from "./section-save";
import { SaveByEnter, SectionSubmit } from "./section-submit";
import { SectionTables } from "./section-tables";
import { SectionTexts } from "./section-texts";
import { useSectionWork } from "./use-section-work";

export type SectionActions = {
  saveFigures: SaveFiguresCall;
  readPasted: ReadPastedCall;
  saveParagraph: SaveParagraphCall;
  fill: FormAction;
  explain: FormAction;
  correctCarried: FormAction;
  resolve: FormAction;
};

type SectionWorkProps = {
  submissionId: string;
  /** What is checked, by the official form. */
  answers: UnitAnswers;
  /** The form as it is drawn, its labels in the reader's language. */
  format: Format;
  /** Typed cells of the section and its indicators as stored. */
  values: Figures;
  /** What was sent last, to show what has changed since; null before the first time. */
  last: { version: number; content: VersionContent } | null;
  revision: number;
  needsSignature: boolean;
  isNil: boolean;
  explanations: readonly UnitExplained[];
  comments: readonly ShownComment[];
  /** One id for each form of the page. */
  requestIds: { fill: string; resolve: string };
  actions: SectionActions;
  signInHref: string;
  head: { backHref: string; title: string; tag: ReactNode; deadline: ReactNode };
  /** Why it came back. */
  notice: ReactNode;
  /** The list of versions, behind its button. */
  versions: ReactNode;
};

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
  const { saver, saving, todo, findings, current, grid } = work;
  const [isComparing, setComparing] = useState(false);
  const [isBlockShown, setBlockShown] = useState(false);
  const fillForm = useMemo(() => ({ id: SUBMIT_FORM, kept: "values" in filled ? filled.values : {} }), [filled]);
  const { onFresh } = props;
  useEffect(() => {
    if (isSettled(filled)) onFresh();
  }, [filled, onFresh]);

  const { readPasted: read } = actions;
  const readPasted = useCallback(
    async (html: string) => {
      const answer = await read({ submissionId, html });
      return answer.status === "done" ? answer.result : null;
    },
    [read, submissionId],
  );

  const revision = Math.max(props.revision, work.savedRevision);
  const isBlocked = isBlockShown || filled.status === "refused";
  const inTheWay = todo.blocking + saving.conflicts.length;
  const isSaved = saving.pending === 0;
  const changes = props.last ? listChanges(props.last.content, work.contentNow()) : [];
  const reload = () => {
    keepUnsaved(submissionId, work.listUnsaved());
    saver.letGo();
    window.location.reload();
  };
  const tools = (
    <>
      {answers.previous && !isText ? (
        <Switch checked={isComparing} onChange={(event) => setComparing(event.target.checked)}>
          {t("tools.compare")}
        </Switch>
      ) : null}
      {isText ? null : <SectionPaste onPaste={(text) => grid.current?.paste(text, current)} />}
      {props.versions}
    </>
  );

  return (
    <FillFormProvider value={fillForm}>
      <Page className="pt-3 max-md:pt-3">
        <SaveByEnter />
        <SectionHead {...props.head} tools={<span className={hasScripts ? "contents" : "invisible"}>{tools}</span>} />
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
            <SectionFilled state={filled} placeOf={work.placeOf} />
            <SectionBlocked state={filled} isShown={isBlocked} work={work} onReload={reload} />
            {props.notice}
            {props.last ? (
              <SectionChanges
                version={props.last.version}
                changes={changes}
                reason={askedReason(filled)}
                placeOf={work.placeOf}
                onGo={(anchor) => work.goTo(anchor)}
              />
            ) : null}
            {isText ? (
              <>
                <SectionConflicts conflicts={saving.conflicts} saver={saver} placeOf={work.placeOf} />
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
                  isNil={props.isNil && work.isAllZero}
                  blanks={work.isNothingButZeros ? work.keys.length - work.filled : 0}
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
                  explainedIds={work.explainedIds}
                  locked={work.locked}
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
              work={work}
              isSaved={isSaved}
              explainAction={actions.explain}
              resolve={{ requestId: requestIds.resolve, action: actions.resolve }}
            />
            {isText ? null : (
              <>
                <SectionCarried
                  key={current}
                  submissionId={submissionId}
                  format={format}
                  cellKey={current}
                  previousYear={answers.previous?.year ?? null}
                  work={work}
                  explanations={explanations}
                  action={actions.correctCarried}
                  isSaved={isSaved}
                  onDone={props.onFresh}
                />
                <noscript>
                  <SectionCarriedPlain
                    submissionId={submissionId}
                    format={format}
                    previousYear={answers.previous?.year ?? null}
                    work={work}
                    action={actions.correctCarried}
                  />
                </noscript>
                <SectionGuideCard format={format} cellKey={current} />
                <GridKeys />
              </>
            )}
          </PageAside>
        </PageColumns>
      </Page>
      <SectionBar
        status={<SaveStatus saver={saver} signInHref={props.signInHref} isText={isText} />}
        saving={saving}
        refusal={work.refusal}
        todo={todo}
        openComments={comments.filter((comment) => comment.resolved === null).length}
        progress={t(isText ? "bar.paragraphs" : "bar.filled", { filled: work.filled, all: work.keys.length })}
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
          pending={saving.pending}
          needsSignature={props.needsSignature}
          isPrimary={inTheWay === 0}
          onBlocked={() => setBlockShown(true)}
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
