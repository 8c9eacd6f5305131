import { CheckIcon, MessageSquareIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { idOfAnchor } from "@/components/section/section-anchor";
import { useSectionWords } from "@/components/section/section-words";
import { ButtonLink } from "@/components/ui/button";
import { StateBadge } from "@/components/ui/state-badge";
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
          <div className="text-xs text-ink-3 desk-kind">
            {isUnitNamed ? `${task.unitName}　` : null}
            {task.section.kind === "tables"
              ? t("list.tables", { rows: task.section.tables.flatMap((table) => table.rows).length })
              : t("list.narrative", { count: task.headings.length })}
          </div>
        </th>
        <td>
          <StateBadge state={task.state} />
        </td>
        <td className="desk-findings">
          <TaskFindings task={task} />
        </td>
        <td className="text-sm text-ink-2 desk-last">
          <LastAct task={task} userId={userId} now={now} />
        </td>
        <td className="desk-due">
          <TaskDue task={task} now={now} />
        </td>
        <td className="num">
          <ButtonLink size="sm" href={href}>
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
  if (task.state === "not_started") return <span className="text-sm text-ink-3">{t("notFilled")}</span>;
  if (task.errors > 0) return <StateBadge state="error">{detail("errors", { count: task.errors })}</StateBadge>;
  if (task.warnings > 0) return <StateBadge state="warning">{detail("warnings", { count: task.warnings })}</StateBadge>;
  if (task.explained > 0) {
    return <StateBadge state="explained">{detail("warningsExplained", { count: task.explained })}</StateBadge>;
  }
  return (
    <span className="st">
      <CheckIcon />
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
      <div className="text-sm whitespace-nowrap">{formatDueDay(task.dueAt, now, locale)}</div>
      <div className={isLate ? "text-xs text-warn" : "text-xs text-ink-3"}>
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
        <MessageSquareIcon className="size-3.5" />
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
            <span className="text-xs text-ink-2">
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
