"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useCallback, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { headingOfAnchor, paragraphAnchor } from "@/lib/domain/anchor";
import { computeTotals, type Figures } from "@/lib/domain/cell";
import type { Finding } from "@/lib/domain/check/finding";
import type { UnitAnswers } from "@/lib/domain/check/subject";
import { cellsOf, nameCell } from "@/lib/domain/check/subject-cells";
import { sortTodo } from "@/lib/domain/check/todo";
import type { Format } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { ActionState, FormAction } from "@/lib/web/form-action";
import type { ShownComment } from "./comment-card";
import type { Explained } from "./explanation-form";
import type { FigureGridHandle } from "./figure-grid";
import { useFindingText } from "./finding-text";
import { anchorOf, createLiveFindings } from "./live-findings";
import { SaveStatus } from "./save-status";
import { idOfAnchor } from "./section-anchor";
import { SectionBar } from "./section-bar";
import { SectionConflicts } from "./section-conflicts";
import { GridKeys, SectionGuideCard } from "./section-guide";
import { SectionHead } from "./section-head";
import { SectionNil } from "./section-nil";
import { SectionPanel } from "./section-panel";
import { SectionPaste } from "./section-paste";
import { createSectionSave, type SaveFiguresCall, type SaveParagraphCall } from "./section-save";
import { SectionSubmit } from "./section-submit";
import { SectionTables } from "./section-tables";
import { SectionTexts } from "./section-texts";
import { Alert } from "./ui/alert";
import { Switch } from "./ui/choice";
import { ErrorSummary } from "./ui/error-summary";
import { useCellSaver, useSaving } from "./use-cell-saver";

export type SectionActions = {
  saveFigures: SaveFiguresCall;
  saveParagraph: SaveParagraphCall;
  submit: FormAction;
  declareNil: FormAction;
  explain: FormAction;
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
  /** The figures of the version before, to mark what has changed since. */
  before: Figures | null;
  revision: number;
  needsSignature: boolean;
  isNil: boolean;
  explanations: readonly Explained[];
  comments: readonly ShownComment[];
  /** One id for each form of the page. */
  requestIds: { submit: string; nil: string; resolve: string };
  actions: SectionActions;
  signInHref: string;
  head: { backHref: string; title: string; tag: ReactNode; deadline: ReactNode };
  /** Why it came back. */
  notice: ReactNode;
  /** The list of versions, behind its button. */
  versions: ReactNode;
};

const IDLE: ActionState = { status: "idle" };

/** One section while its unit fills it in. Declaring it nil starts it afresh from what is stored then. */
export function SectionWork(props: SectionWorkProps): ReactNode {
  const [round, setRound] = useState(0);
  const startAfresh = useCallback(() => setRound((before) => before + 1), []);
  return <Work key={round} {...props} onFresh={startAfresh} />;
}

function Work(props: SectionWorkProps & { onFresh: () => void }): ReactNode {
  const { submissionId, answers, format, values, explanations, comments, actions, requestIds } = props;
  const { sectionId } = answers;
  const { year } = answers.cycle;
  const section = getSection(format, sectionId);
  const isText = section.kind === "narrative";
  const t = useTranslations("section");
  const sentenceOf = useFindingText();

  const [savedRevision, setSavedRevision] = useState(0);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [isComparing, setComparing] = useState(false);
  const [isBlockShown, setBlockShown] = useState(false);
  const [submitState, send] = useActionState(actions.submit, IDLE);
  const grid = useRef<FigureGridHandle>(null);

  const keys = useMemo(
    () => [...Object.keys(values), ...answers.outline.map((heading) => paragraphAnchor(heading.key))],
    [values, answers.outline],
  );
  const inputs = useMemo(() => new Set(keys), [keys]);
  const [save] = useState(() =>
    createSectionSave({
      submissionId,
      saveFigures: actions.saveFigures,
      saveParagraph: actions.saveParagraph,
      onRevision: setSavedRevision,
      onRefused: setRefusal,
    }),
  );
  const [stored] = useState(() => ({
    ...values,
    ...Object.fromEntries(
      answers.outline.map((heading) => [paragraphAnchor(heading.key), answers.paragraphs[heading.key] || null]),
    ),
  }));
  const saver = useCellSaver(stored, save);
  const saving = useSaving(saver);
  const [live] = useState(() => createLiveFindings(saver, answers, keys));
  const found = useSyncExternalStore(saver.subscribe, live, live);
  const findings = useMemo(() => found.map((finding) => nameCells(finding, format)), [found, format]);
  const explainedIds = useMemo(() => new Set(explanations.map((one) => one.findingId)), [explanations]);
  const todo = useMemo(() => sortTodo(findings, explainedIds), [findings, explainedIds]);
  const written = keys.map((key) => saver.cell(key).written);
  const filled = written.filter((value) => value !== null).length;

  const placeOf = (anchor: string): string => {
    const key = headingOfAnchor(anchor);
    const heading = answers.outline.find((one) => one.key === key);
    if (heading) return `${heading.number}${heading.title}` || t("paragraph.single");
    const indicator = answers.indicators.find((one) => `indicators.${one.key}` === anchor);
    return indicator?.label ?? nameCell(format, anchor);
  };
  /** The words in the text that it is about, else the cell that it starts from. */
  const placeOfFinding = (finding: Finding): string => {
    if (finding.text && finding.text.end > finding.text.start) return finding.text.quote;
    const anchor = finding.text ? paragraphAnchor(finding.text.headingKey) : finding.cells[0];
    return anchor === undefined ? section.title : placeOf(anchor);
  };
  const valueAt = (anchor: string): string | null => {
    if (headingOfAnchor(anchor) !== null) return null;
    if (inputs.has(anchor)) return saver.cell(anchor).written ?? "";
    return computeTotals(format, Object.fromEntries(keys.map((key) => [key, saver.cell(key).written])))[anchor] ?? "";
  };
  const goTo = (anchor: string, range?: { start: number; end: number }) => {
    if (grid.current) return grid.current.goTo(anchor);
    const target = document.getElementById(idOfAnchor(anchor));
    target?.focus();
    target?.scrollIntoView({ block: "center" });
    if (range && target instanceof HTMLTextAreaElement) target.setSelectionRange(range.start, range.end);
  };
  const goToFinding = (finding: Finding) => {
    const anchor = anchorOf(finding, inputs);
    if (anchor !== null) goTo(anchor, finding.text ?? undefined);
  };
  const blocking = [...todo.errors, ...todo.blanks, ...todo.warnings];
  const goNext = () => {
    const conflict = saving.conflicts[0];
    if (conflict) return goTo(conflict.cellKey);
    const at = blocking.findIndex((finding) => anchorOf(finding, inputs) === current);
    const next = blocking[(at + 1) % blocking.length];
    if (next) goToFinding(next);
  };

  const isBlocked = isBlockShown || submitState.status === "refused";
  return (
    <>
      <div className="page sec-page">
        <SectionHead
          {...props.head}
          tools={
            <>
              {answers.previous && !isText ? (
                <Switch checked={isComparing} onChange={(event) => setComparing(event.target.checked)}>
                  {t("tools.compare")}
                </Switch>
              ) : null}
              {isText ? null : <SectionPaste onPaste={(text) => grid.current?.paste(text, current)} />}
              {props.versions}
            </>
          }
        />
        <div className="cols">
          <div className="sec-main">
            {submitState.status === "refused" ? (
              <Alert kind="error" isAnnounced>
                {submitState.message}
              </Alert>
            ) : null}
            {isBlocked && blocking.length > 0 ? (
              <ErrorSummary
                title={t("summary.title", { count: blocking.length })}
                items={blocking.slice(0, 20).map((finding) => ({
                  text: `${placeOfFinding(finding)}${t("summary.colon")}${sentenceOf(finding)}`,
                  href: `#${idOfAnchor(anchorOf(finding, inputs) ?? "")}`,
                }))}
                onGo={(href) => {
                  const anchor = [...keys].find((key) => `#${idOfAnchor(key)}` === href);
                  if (anchor) goTo(anchor);
                }}
              />
            ) : null}
            {props.notice}
            {isText ? (
              <>
                <SectionConflicts conflicts={saving.conflicts} saver={saver} placeOf={placeOf} />
                <SectionTexts
                  answers={answers}
                  saver={saver}
                  findings={findings}
                  isBlankShown={isBlocked}
                  onFocus={setCurrent}
                />
              </>
            ) : (
              <>
                <SectionNil
                  submissionId={submissionId}
                  requestId={requestIds.nil}
                  revision={Math.max(props.revision, savedRevision)}
                  action={actions.declareNil}
                  isNil={props.isNil && written.every((value) => value === "0")}
                  blanks={written.every((value) => value === null || value === "0") ? written.length - filled : 0}
                  isSaved={saving.pending === 0}
                  onDone={props.onFresh}
                />
                <SectionTables
                  ref={grid}
                  format={format}
                  sectionId={sectionId}
                  previous={answers.previous?.figures ?? null}
                  saver={saver}
                  findings={findings}
                  explainedIds={explainedIds}
                  comments={comments}
                  before={props.before}
                  isComparing={isComparing}
                  onFocus={setCurrent}
                />
              </>
            )}
          </div>
          <aside className="side">
            <SectionPanel
              submissionId={submissionId}
              format={format}
              sectionId={sectionId}
              year={year}
              todo={todo}
              explanations={explanations}
              comments={comments}
              current={current}
              valueAt={valueAt}
              placeOfFinding={placeOfFinding}
              anchorOf={(finding) => anchorOf(finding, inputs)}
              onGo={goTo}
              onFillZeros={(cells) => saver.write(cells.map((cellKey) => ({ cellKey, value: "0" })))}
              isSaved={saving.pending === 0}
              explainAction={actions.explain}
              resolve={{ requestId: requestIds.resolve, action: actions.resolve }}
            />
            {isText ? null : (
              <>
                <SectionGuideCard format={format} cellKey={current} />
                <GridKeys />
              </>
            )}
          </aside>
        </div>
      </div>
      <SectionBar
        status={<SaveStatus saver={saver} signInHref={props.signInHref} isText={isText} />}
        saving={saving}
        refusal={refusal}
        todo={todo}
        openComments={comments.filter((comment) => comment.resolved === null).length}
        progress={t(isText ? "bar.paragraphs" : "bar.filled", { filled, all: keys.length })}
        onRetry={saver.retry}
        onNext={goNext}
      >
        <SectionSubmit
          submissionId={submissionId}
          requestId={requestIds.submit}
          revision={Math.max(props.revision, savedRevision)}
          send={send}
          blocking={todo.blocking + saving.conflicts.length}
          pending={saving.pending}
          needsSignature={props.needsSignature}
          isPrimary={todo.blocking + saving.conflicts.length === 0}
          onBlocked={() => setBlockShown(true)}
          onFlush={saver.retry}
        />
      </SectionBar>
    </>
  );
}

/** A finding whose sentence names its cell as the reader's form does. */
function nameCells(finding: Finding, format: Format): Finding {
  const [cell] = finding.cells;
  if (cell === undefined || finding.values.cell === undefined || !cellsOf(format).has(cell)) return finding;
  return { ...finding, values: { ...finding.values, cell: nameCell(format, cell) } };
}
