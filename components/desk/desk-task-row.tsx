import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommentIcon, TickIcon } from "@/components/icons";
import { idOfAnchor } from "@/components/section/section-anchor";
import { useSectionWords } from "@/components/section/section-words";
import { ButtonLink } from "@/components/ui/button";
import { StateTag } from "@/components/ui/state-tag";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { nameCell } from "@/lib/domain/check/subject-cells";
import { isOpenTask } from "@/lib/domain/desk";
import type { EventType } from "@/lib/domain/events";
import type { Format } from "@/lib/domain/format";
import { daysLeft, formatDaysLeft, formatDueDay, formatMoment } from "@/lib/i18n/dates";
import type { DeskTask } from "@/lib/services/load-desk";

type DeskTaskRowProps = {
  task: DeskTask;
  format: Format;
  href: string;
  userId: string;
  now: Date;
  isUnitNamed: boolean;
};

/** One section; what came back brings its reason along in a second row. */
export function DeskTaskRow(props: DeskTaskRowProps): ReactNode {
  const { task, format, href, userId, now, isUnitNamed } = props;
  const t = useTranslations("desk");
  const isBack = task.returned !== null;
  return (
    <tbody className={isBack ? "desk-back" : undefined}>
      <tr>
        <th scope="row">
          <div>
            <TaskName task={task} format={format} />
          </div>
          <div className="xs muted desk-kind">
            {isUnitNamed ? `${task.unitName}　` : null}
            {task.section.kind === "tables"
              ? t("list.tables", { rows: task.section.tables.flatMap((table) => table.rows).length })
              : t("list.narrative", { count: task.headings.length })}
          </div>
        </th>
        <td>
          <StateTag state={task.state} />
        </td>
        <td className="desk-findings">
          <TaskFindings task={task} />
        </td>
        <td className="sm sec desk-last">
          <LastAct task={task} userId={userId} now={now} />
        </td>
        <td className="desk-due">
          <TaskDue task={task} now={now} />
        </td>
        <td className="num">
          <ButtonLink size="small" href={href}>
            {t(`act.${task.act}`)}
          </ButtonLink>
        </td>
      </tr>
      {isBack ? (
        <tr className="desk-why">
          <td colSpan={6}>
            <WhyReturned task={task} format={format} href={href} now={now} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

function TaskName({ task, format }: Pick<DeskTaskRowProps, "task" | "format">): ReactNode {
  const t = useTranslations("desk.list");
  const title = useSectionWords(format).title(task.sectionId);
  const [heading, ...more] = task.headings;
  if (!heading || more.length > 0 || heading.title === "") return title;
  return t("nameWithHeading", { title, heading: `${heading.number}${heading.title}` });
}

function TaskFindings({ task }: { task: DeskTask }): ReactNode {
  const t = useTranslations("desk.findings");
  const detail = useTranslations("common.stateDetail");
  if (task.state === "not_started") return <span className="sm muted">{t("notFilled")}</span>;
  if (task.errors > 0) return <StateTag state="error">{detail("errors", { count: task.errors })}</StateTag>;
  if (task.warnings > 0) return <StateTag state="warning">{detail("warnings", { count: task.warnings })}</StateTag>;
  if (task.explained > 0) {
    return <StateTag state="explained">{detail("warningsExplained", { count: task.explained })}</StateTag>;
  }
  return (
    <span className="st">
      <TickIcon />
      {t("none")}
    </span>
  );
}

function LastAct({ task, userId, now }: { task: DeskTask; userId: string; now: Date }): ReactNode {
  const t = useTranslations("desk.last");
  const locale = useLocale();
  const last = task.lastEvent;
  if (!last) return t("none");
  const { event } = last;
  const version = "version" in event.data ? event.data.version : task.latestVersion;
  const who = last.actorId === userId ? t("you") : last.actorName;
  return t(event.type, { who, when: formatMoment(last.at, now, locale), version });
}

function TaskDue({ task, now }: { task: DeskTask; now: Date }): ReactNode {
  const t = useTranslations("desk.due");
  const locale = useLocale();
  const isOpen = isOpenTask(task.state) || task.state === "awaiting_signature";
  const wasLate = task.submittedAt !== null && task.submittedAt > task.dueAt;
  const isLate = isOpen ? daysLeft(task.dueAt, now) < 0 : wasLate;
  return (
    <>
      <div className="sm whitespace-nowrap">{formatDueDay(task.dueAt, now, locale)}</div>
      <div className={isLate ? "xs t-warn" : "xs muted"}>
        {isOpen ? formatDaysLeft(task.dueAt, now, locale) : wasLate ? t("late") : t("onTime")}
        {isOpen && task.isExtended ? <span className="whitespace-nowrap">·{t("extended")}</span> : null}
      </div>
    </>
  );
}

const WORD_OF: Partial<Record<EventType, "reopened" | "declined">> = {
  submission_reopened: "reopened",
  signature_declined: "declined",
};

function WhyReturned({
  task,
  format,
  href,
  now,
}: Pick<DeskTaskRowProps, "task" | "format" | "href" | "now">): ReactNode {
  const t = useTranslations("desk.why");
  const locale = useLocale();
  const { returned, comments, returnReason } = task;
  if (!returned) return null;
  const isReasonSaidOnTheCell = comments.some((comment) => comment.body === returnReason);
  const placeOf = (anchor: string): string => {
    const key = headingOfAnchor(anchor);
    if (key === null) return nameCell(format, anchor);
    const heading = task.headings.find((one) => one.key === key);
    return t("paragraph", { heading: heading ? `${heading.number}${heading.title}` : "" });
  };
  return (
    <div className="why">
      <div className="why-h">
        <CommentIcon isSmall />
        <span>
          {t(WORD_OF[returned.event.type] ?? "returned", {
            who: returned.actorName,
            when: formatMoment(returned.at, now, locale),
          })}
        </span>
      </div>
      {isReasonSaidOnTheCell ? null : <p>{returnReason}</p>}
      {comments.map((comment) => (
        <div key={comment.id} className="desk-comment">
          <p>
            <span className="xs sec">
              {t.rich("commentOn", {
                place: () => <Link href={`${href}#${idOfAnchor(comment.anchor)}`}>{placeOf(comment.anchor)}</Link>,
              })}
            </span>
          </p>
          <p>{comment.body}</p>
        </div>
      ))}
    </div>
  );
}
