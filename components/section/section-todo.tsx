"use client";

import { CheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommentCard, type ShownComment } from "@/components/findings/comment-card";
import { ExplanationForm } from "@/components/findings/explanation-form";
import { FindingCard } from "@/components/findings/finding-card";
import { staleOf } from "@/components/findings/given-explanation";
import { RepeatedPlaces } from "@/components/findings/repeated-places";
import { useHasScripts } from "@/components/saving/fill-form";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Remark, RemarkHeader, TextButton } from "@/components/ui/remark";
import { StateIcon } from "@/components/ui/state-badge";
import { paragraphAnchor } from "@/lib/domain/anchor";
import type { Finding } from "@/lib/domain/check/finding";
import { isExplainable } from "@/lib/domain/explanation";
import { formatFigure } from "@/lib/i18n/numbers";
import type { SectionCorrections } from "./section-corrections";
import type { SectionPanelProps } from "./section-panel-props";

/** What is to be done: errors, blanks, warnings to explain, and the reviewer's open notes. */
export function SectionTodo(props: SectionPanelProps & { isEmpty: boolean }): ReactNode {
  const { comments, format, explanations, submissionId, explainAction, isSaved, isEmpty, todo, current } = props;
  const { anchorOfFinding, placeOfFinding, goTo } = props.places;
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
          onDrop={props.corrections.drop}
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
            : cardOf(finding, <Correction finding={finding} corrections={props.corrections} />),
        )}
        <ManyBlanks {...props} />
        <BlanksAsZero {...props} />
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
function Correction({ finding, corrections }: { finding: Finding; corrections: SectionCorrections }): ReactNode {
  const t = useTranslations("section.finding");
  const value = corrections.correctionOf(finding);
  if (value === null) return null;
  return (
    <Button size="sm" className="mt-2" onClick={() => corrections.correct(finding)}>
      {t("useValue", { value: formatFigure(value) })}
    </Button>
  );
}

function ManyBlanks({ todo, places, saver }: SectionPanelProps): ReactNode {
  const t = useTranslations("section.finding");
  const severity = useTranslations("checks.severity");
  const { anchorOfFinding, goTo } = places;
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

/** Cells that nobody has filled in: what they count as is said before anything is sent. */
function BlanksAsZero({ blanksAsZero, places, saver }: SectionPanelProps): ReactNode {
  const t = useTranslations("section.finding");
  const severity = useTranslations("checks.severity");
  const hasScripts = useHasScripts();
  const [first] = blanksAsZero;
  if (first === undefined) return null;
  return (
    <Remark>
      <RemarkHeader className="text-accent">
        <StateIcon state="info" />
        <b>{severity("info")}</b>
        <TextButton className="text-ink-3 hover:text-accent" onClick={() => places.goTo(first)}>
          {t("goBlank")}
        </TextButton>
      </RemarkHeader>
      <p>{t("blanksAsZero", { count: blanksAsZero.length })}</p>
      <Button
        size="sm"
        className={hasScripts ? "mt-2" : "hidden"}
        onClick={() => saver.write(blanksAsZero.map((cellKey) => ({ cellKey, value: "0" })))}
      >
        {t("fillZeros")}
      </Button>
    </Remark>
  );
}

/** A note of the reviewer, with what stands at its place now. */
export function OneComment(props: SectionPanelProps & { comment: ShownComment }): ReactNode {
  const { comment, valueAt, current, places, submissionId, resolve } = props;
  return (
    <CommentCard
      comment={comment}
      current={valueAt(comment.anchor)}
      isCurrent={current === comment.anchor}
      onGo={() => places.goTo(comment.anchor)}
      resolve={{ submissionId, ...resolve }}
    />
  );
}
