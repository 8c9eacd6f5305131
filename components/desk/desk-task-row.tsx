import { CheckIcon, MessageSquareIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { idOfAnchor } from "@/components/section/section-anchor";
import { useSectionNames } from "@/components/section/section-names";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Reason } from "@/components/ui/remark";
import { StateBadge } from "@/components/ui/state-badge";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { nameCell } from "@/lib/domain/check/subject-cells";
import { isOpenTask } from "@/lib/domain/desk";
import type { DeskTask } from "@/lib/domain/desk-work";
import type { EventType } from "@/lib/domain/events";
import type { Format } from "@/lib/domain/format";
import { daysLeft, formatDaysLeft, formatDueDay, formatMoment } from "@/lib/i18n/dates";

const ROW =
  "group/row max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:items-center max-md:gap-x-3 max-md:gap-y-1";
const CELL = "align-middle max-md:block max-md:first:col-span-full md:px-3 md:py-3 md:first:pl-4 md:last:pr-4";
/** The line below a section; the last one ends with its card. */
const END = "md:border-b md:border-line md:group-last/task:border-b-0";
/** What came back has a rule at its left: beside both rows, or around the whole section on a phone. */
const BACK = "md:first:inset-shadow-edge-danger";

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
  const cell = cn(CELL, isBack ? [BACK, "md:pb-1.5"] : [END, "group-hover/row:bg-hover"]);
  return (
    <tbody
      className="group/task max-md:border-b max-md:border-line max-md:px-4 max-md:py-3 max-md:last:border-b-0 max-md:data-back:inset-shadow-edge-danger"
      data-back={isBack ? "" : undefined}
    >
      <tr className={ROW}>
        <th className={cn(cell, "text-left")} scope="row">
          <div>
            <TaskName task={task} format={format} />
          </div>
          <div className="text-xs font-normal text-ink-3">
            {isUnitNamed ? `${task.unitName}　` : null}
            {task.section.kind === "tables"
              ? t("list.tables", { rows: task.section.tables.flatMap((table) => table.rows).length })
              : t("list.narrative", { count: task.headings.length })}
          </div>
        </th>
        <td className={cell}>
          <StateBadge state={task.state} />
        </td>
        <td className={cn(cell, "max-md:text-right")}>
          <TaskFindings task={task} />
        </td>
        <td className={cn(cell, "text-sm text-ink-2 max-md:hidden")}>
          <LastAct task={task} userId={userId} now={now} />
        </td>
        <td className={cn(cell, "max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-2")}>
          <TaskDue task={task} now={now} />
        </td>
        <td className={cn(cell, "text-right")}>
          <ButtonLink size="sm" href={href}>
            {t(`act.${task.act}`)}
          </ButtonLink>
        </td>
      </tr>
      {isBack ? (
        <tr className={cn(ROW, "max-md:mt-2")}>
          <td className={cn(CELL, BACK, END, "md:pt-1 md:pb-4")} colSpan={6}>
            <WhyReturned task={task} format={format} href={href} now={now} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

function TaskName({ task, format }: Pick<DeskTaskRowProps, "task" | "format">): ReactNode {
  const t = useTranslations("desk.list");
  const title = useSectionNames(format).title(task.sectionId);
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
  if (task.blanksAsZero > 0)
    return <span className="text-sm text-ink-2">{t("blanks", { count: task.blanksAsZero })}</span>;
  return (
    <Badge>
      <CheckIcon />
      {t("none")}
    </Badge>
  );
}

function LastAct({ task, userId, now }: { task: DeskTask; userId: string; now: Date }): ReactNode {
  const t = useTranslations("desk.last");
  const locale = useLocale();
  const last = task.lastEvent;
  if (!last) return t("none");
  const { event } = last;
  const version = "version" in event.data ? event.data.version : task.latestVersion;
  const actorName = last.actorId === userId ? t("you") : last.actorName;
  return t(event.type, { who: actorName, when: formatMoment(last.at, now, locale), version });
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

const WORDS = "mt-0.5 max-w-[60em]";

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
    const heading = task.headings.find((heading) => heading.key === key);
    return t("paragraph", { heading: heading ? `${heading.number}${heading.title}` : "" });
  };
  return (
    <Reason>
      <div className="flex items-center gap-1.5 text-xs text-ink-2">
        <MessageSquareIcon className="size-3.5" />
        <span>
          {t(WORD_OF[returned.event.type] ?? "returned", {
            who: returned.actorName,
            when: formatMoment(returned.at, now, locale),
          })}
        </span>
      </div>
      {isReasonSaidOnTheCell ? null : <p className={WORDS}>{returnReason}</p>}
      <div className="grid gap-1.5">
        {comments.map((comment) => (
          <div key={comment.id}>
            <p className={WORDS}>
              <span className="text-xs text-ink-2">
                {t.rich("commentOn", {
                  place: () => <Link href={`${href}#${idOfAnchor(comment.anchor)}`}>{placeOf(comment.anchor)}</Link>,
                })}
              </span>
            </p>
            <p className={WORDS}>{comment.body}</p>
          </div>
        ))}
      </div>
    </Reason>
  );
}
