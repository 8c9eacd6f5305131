"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { Finding } from "@/lib/domain/check/finding";
import type { Todo } from "@/lib/domain/check/todo";
import type { Format, SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import type { FormAction } from "@/lib/web/form-action";
import { CommentCard, type ShownComment } from "./comment-card";
import { type Explained, ExplanationForm } from "./explanation-form";
import { FindingCard } from "./finding-card";
import { SectionRules } from "./section-guide";
import { Button } from "./ui/button";
import { Empty } from "./ui/empty";
import { StateIcon } from "./ui/state-tag";
import { Tabs } from "./ui/tabs";

export type SectionPanelProps = {
  submissionId: string;
  format: Format;
  sectionId: SectionId;
  year: number;
  todo: Todo;
  explanations: readonly Explained[];
  comments: readonly ShownComment[];
  /** The cell or text that the person is in. */
  current: string | null;
  /** What stands at an anchor now; null where it is a text. */
  valueAt: (anchor: string) => string | null;
  anchorOf: (finding: Finding) => string | null;
  placeOfFinding: (finding: Finding) => string;
  onGo: (anchor: string) => void;
  onFillZeros: (cells: readonly string[]) => void;
  isSaved: boolean;
  explainAction: FormAction;
  resolve: { requestId: string; action: FormAction };
};

/** Beside the form: what is to be done, what the reviewer noted, how it is filled in. */
export function SectionPanel(props: SectionPanelProps): ReactNode {
  const { todo, comments, format, sectionId, year } = props;
  const t = useTranslations("section.panel");
  const [open, setOpen] = useState("todo");
  const openComments = comments.filter((comment) => comment.resolved === null);
  const waiting =
    todo.errors.length +
    todo.warnings.length +
    todo.infos.length +
    (todo.blanks.length > 0 ? 1 : 0) +
    openComments.length;
  return (
    <section className="card sec-panel">
      <Tabs
        label={t("label")}
        open={open}
        onOpen={setOpen}
        tabs={[
          {
            key: "todo",
            label: t("todo"),
            ...(waiting > 0 ? { count: waiting } : {}),
            panel: <TodoList {...props} comments={openComments} isEmpty={waiting === 0} />,
          },
          {
            key: "comments",
            label: t("comments"),
            ...(comments.length > 0 ? { count: comments.length } : {}),
            panel: <CommentList {...props} />,
          },
          {
            key: "guide",
            label: t("guide"),
            panel: <SectionRules section={getSection(format, sectionId)} year={year} />,
          },
        ]}
      />
    </section>
  );
}

function TodoList(props: SectionPanelProps & { isEmpty: boolean }): ReactNode {
  const { todo, comments, format, current, explanations, submissionId, explainAction, isSaved, isEmpty } = props;
  const t = useTranslations("section.panel");
  const cardOf = (finding: Finding, children?: ReactNode) => {
    const anchor = props.anchorOf(finding);
    return (
      <FindingCard
        key={finding.id}
        finding={finding}
        format={format}
        place={props.placeOfFinding(finding)}
        isCurrent={current !== null && (finding.cells.includes(current) || anchor === current)}
        onGo={anchor === null ? undefined : () => props.onGo(anchor)}
      >
        {children}
      </FindingCard>
    );
  };
  const explainable = (finding: Finding) =>
    cardOf(
      finding,
      <ExplanationForm
        submissionId={submissionId}
        findingId={finding.id}
        explained={explanations.find((one) => one.findingId === finding.id) ?? null}
        action={explainAction}
        isSaved={isSaved}
      />,
    );
  return (
    <>
      {isEmpty ? <Empty title={t("nothing")}>{t("nothingText")}</Empty> : null}
      <ul>
        {todo.errors.map((finding) => cardOf(finding))}
        <ManyBlanks {...props} />
        {todo.warnings.map(explainable)}
        {todo.infos.map((finding) => cardOf(finding))}
        {comments.map((comment) => (
          <OneComment key={comment.id} comment={comment} {...props} />
        ))}
        {todo.explained.map(explainable)}
      </ul>
    </>
  );
}

function ManyBlanks({ todo, anchorOf, onGo, onFillZeros }: SectionPanelProps): ReactNode {
  const t = useTranslations("section.finding");
  const severity = useTranslations("checks.severity");
  const [first] = todo.blanks;
  const anchor = first ? anchorOf(first) : null;
  if (anchor === null) return null;
  return (
    <li className="fd">
      <div className="fd-h t-danger">
        <StateIcon state="error" />
        <b>{severity("error")}</b>
        <button type="button" className="fd-go" onClick={() => onGo(anchor)}>
          {t("goBlank")}
        </button>
      </div>
      <p>{t("blankMany", { count: todo.blanks.length })}</p>
      <Button size="small" className="mt8" onClick={() => onFillZeros(todo.blanks.flatMap((finding) => finding.cells))}>
        {t("fillZeros")}
      </Button>
    </li>
  );
}

function CommentList(props: SectionPanelProps): ReactNode {
  const t = useTranslations("section.panel");
  if (props.comments.length === 0) return <Empty title={t("noComments")}>{t("noCommentsText")}</Empty>;
  return (
    <ul>
      {props.comments.map((comment) => (
        <OneComment key={comment.id} comment={comment} {...props} />
      ))}
    </ul>
  );
}

function OneComment({
  comment,
  current,
  valueAt,
  onGo,
  submissionId,
  resolve,
}: SectionPanelProps & { comment: ShownComment }): ReactNode {
  return (
    <CommentCard
      comment={comment}
      current={valueAt(comment.anchor)}
      isCurrent={current === comment.anchor}
      onGo={() => onGo(comment.anchor)}
      resolve={{ submissionId, ...resolve }}
    />
  );
}
