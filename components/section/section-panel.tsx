"use client";

import { CheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { CommentCard, type ShownComment } from "@/components/findings/comment-card";
import { ExplanationForm, staleOf } from "@/components/findings/explanation-form";
import { FindingCard } from "@/components/findings/finding-card";
import { RepeatedPlaces } from "@/components/findings/repeated-places";
import { useHasScripts } from "@/components/saving/fill-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Remark, RemarkHeader, TextButton } from "@/components/ui/remark";
import { StateIcon } from "@/components/ui/state-badge";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { paragraphAnchor } from "@/lib/domain/anchor";
import type { Finding } from "@/lib/domain/check/finding";
import { type GivenExplanation, isExplainable } from "@/lib/domain/explanation";
import type { Format, SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import { formatFigure } from "@/lib/i18n/numbers";
import type { FormAction } from "@/lib/web/form-action";
import { SectionRules } from "./section-guide";
import type { SectionWorkState } from "./use-section-work";

/** What the unit said to a finding, with who accepted it. */
export type UnitExplained = GivenExplanation & { acceptedByName: string | null };

export type SectionPanelProps = {
  submissionId: string;
  format: Format;
  sectionId: SectionId;
  year: number;
  explanations: readonly UnitExplained[];
  comments: readonly ShownComment[];
  work: Pick<
    SectionWorkState,
    | "todo"
    | "current"
    | "valueAt"
    | "anchorOfFinding"
    | "placeOfFinding"
    | "goTo"
    | "saver"
    | "correctionOf"
    | "correct"
    | "drop"
  >;
  isSaved: boolean;
  explainAction: FormAction;
  resolve: { requestId: string; action: FormAction };
};

/** Beside the form: what is to be done, what the reviewer noted, how it is filled in. */
export function SectionPanel(props: SectionPanelProps): ReactNode {
  const { comments, format, sectionId, year } = props;
  const { todo } = props.work;
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
    <Card>
      <Tabs value={open} onValueChange={setOpen}>
        <TabsList aria-label={t("label")} className="noscript:hidden">
          <TabsTrigger value="todo" count={waiting > 0 ? waiting : undefined}>
            {t("todo")}
          </TabsTrigger>
          <TabsTrigger value="comments" count={comments.length > 0 ? comments.length : undefined}>
            {t("comments")}
          </TabsTrigger>
          <TabsTrigger value="guide">{t("guide")}</TabsTrigger>
        </TabsList>
        <TabsContent value="todo">
          <TodoList {...props} comments={openComments} isEmpty={waiting === 0} />
        </TabsContent>
        <TabsContent value="comments">
          <CommentList {...props} />
        </TabsContent>
        <TabsContent value="guide">
          <SectionRules section={getSection(format, sectionId)} year={year} />
        </TabsContent>
      </Tabs>
      <noscript>
        <h3 className="border-t border-line px-4 pt-3 text-sm font-bold">{t("comments")}</h3>
        <CommentList {...props} />
        <h3 className="border-t border-line px-4 pt-3 text-sm font-bold">{t("guide")}</h3>
        <SectionRules section={getSection(format, sectionId)} year={year} />
      </noscript>
    </Card>
  );
}

function TodoList(props: SectionPanelProps & { isEmpty: boolean }): ReactNode {
  const { comments, format, explanations, submissionId, explainAction, isSaved, isEmpty } = props;
  const { todo, current, anchorOfFinding, placeOfFinding, goTo } = props.work;
  const t = useTranslations("section.panel");
  const explain = useTranslations("section.explain");
  const cardOf = (finding: Finding, children?: ReactNode) => {
    const anchor = anchorOfFinding(finding);
    return (
      <FindingCard
        key={finding.id}
        finding={finding}
        format={format}
        place={placeOfFinding(finding)}
        isExplained={todo.explained.includes(finding)}
        isCurrent={current !== null && (finding.cells.includes(current) || anchor === current)}
        onGo={anchor === null ? undefined : () => goTo(anchor, finding.text ?? undefined)}
      >
        {children}
      </FindingCard>
    );
  };
  const explainable = (finding: Finding) =>
    cardOf(
      finding,
      <>
        <RepeatedPlaces
          finding={finding}
          onShow={(place) => goTo(paragraphAnchor(place.headingKey), place)}
          onDrop={props.work.drop}
        />
        <ExplanationForm
          of={{ name: "submissionId", value: submissionId }}
          findingId={finding.id}
          explained={explanations.find((explanation) => explanation.findingId === finding.id) ?? null}
          stale={staleOf(finding, explanations)}
          hint={explain("hint")}
          action={explainAction}
          isSaved={isSaved}
        />
      </>,
    );
  return (
    <>
      {isEmpty ? (
        <Empty icon={<CheckIcon />} title={t("nothing")}>
          {t("nothingText")}
        </Empty>
      ) : null}
      <ul>
        {todo.errors.map((finding) =>
          isExplainable(finding)
            ? explainable(finding)
            : cardOf(finding, <Correction finding={finding} work={props.work} />),
        )}
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

/** A number in the text that the table contradicts is put right by one press; the table is the other way. */
function Correction({ finding, work }: { finding: Finding; work: SectionPanelProps["work"] }): ReactNode {
  const t = useTranslations("section.finding");
  const value = work.correctionOf(finding);
  if (value === null) return null;
  return (
    <Button size="sm" className="mt-2" onClick={() => work.correct(finding)}>
      {t("useValue", { value: formatFigure(value) })}
    </Button>
  );
}

function ManyBlanks({ work }: SectionPanelProps): ReactNode {
  const t = useTranslations("section.finding");
  const severity = useTranslations("checks.severity");
  const { todo, anchorOfFinding, goTo, saver } = work;
  const hasScripts = useHasScripts();
  const [first] = todo.blanks;
  const anchor = first ? anchorOfFinding(first) : null;
  if (anchor === null) return null;
  return (
    <Remark>
      <RemarkHeader className="text-danger">
        <StateIcon state="error" />
        <b>{severity("error")}</b>
        <TextButton className="text-ink-3 hover:text-accent" onClick={() => goTo(anchor)}>
          {t("goBlank")}
        </TextButton>
      </RemarkHeader>
      <p>{t("blankMany", { count: todo.blanks.length })}</p>
      <Button
        size="sm"
        className={hasScripts ? "mt-2" : "hidden"}
        onClick={() =>
          saver.write(todo.blanks.flatMap((finding) => finding.cells).map((cellKey) => ({ cellKey, value: "0" })))
        }
      >
        {t("fillZeros")}
      </Button>
    </Remark>
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

function OneComment(props: SectionPanelProps & { comment: ShownComment }): ReactNode {
  const { comment, work, submissionId, resolve } = props;
  return (
    <CommentCard
      comment={comment}
      current={work.valueAt(comment.anchor)}
      isCurrent={work.current === comment.anchor}
      onGo={() => work.goTo(comment.anchor)}
      resolve={{ submissionId, ...resolve }}
    />
  );
}
