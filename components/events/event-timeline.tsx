import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Description, DescriptionList } from "@/components/ui/description-list";
import { StateBadge, type StateName } from "@/components/ui/state-badge";
import type { EventType, StoredEvent } from "@/lib/domain/events";
import { type EventKind, kindOfEvent } from "@/lib/domain/events/event-rows";
import { formatClock, formatDay, formatDayAndWeekday, formatExactMoment, formatNearDay } from "@/lib/i18n/dates";
import { type EventNames, useEventSentences } from "./event-sentence";

/** The silhouette of each kind; the word beside it says which act it was. */
const LOOK: Readonly<Record<EventKind, StateName>> = {
  submitted: "submitted",
  returned: "returned",
  approved: "approved",
  changed: "draft",
  explained: "info",
  due: "extended",
  adjusted: "awaiting_signature",
  released: "report_published",
  managed: "report_draft",
  access: "info",
};

/** Acts whose silhouette is not that of their kind. */
const OWN_LOOK: Readonly<Partial<Record<EventType, StateName>>> = {
  submission_withdrawn: "draft",
  comment_added: "info",
  sign_in_failed: "warning",
  sign_in_slowed: "warning",
  review_begun: "info",
  section_declared_nil: "nil",
  unit_reminded: "late",
  unit_exempted: "exempt",
  report_finalised: "report_final",
  report_unlocked: "report_draft",
  report_superseded: "report_superseded",
};

type EventTimelineProps = {
  /** Newest first. */
  events: readonly StoredEvent[];
  names: EventNames;
  now: Date;
  hrefOfSubmission: (submissionId: string, version: number | null) => string;
};

/** Events as sentences, day by day. */
export function EventTimeline({ events, names, now, hrefOfSubmission }: EventTimelineProps): ReactNode {
  const locale = useLocale();
  const days = Map.groupBy(events, (event) => formatDayAndWeekday(event.at, now, locale));
  return [...days].map(([day, list]) => (
    <section key={day} className="group/day">
      <h2 className="border-b border-line bg-sunken px-5 py-2.25 text-sm text-ink-2 group-first/day:rounded-t-md max-md:px-4">
        {day}
        <Near at={list[0]?.at ?? now} now={now} />
      </h2>
      <ol>
        {list.map((event) => (
          <EventLine key={event.id} event={event} names={names} now={now} hrefOfSubmission={hrefOfSubmission} />
        ))}
      </ol>
    </section>
  ));
}

/** "今天" and "昨天" beside the date, where they apply. */
function Near({ at, now }: { at: Date; now: Date }): ReactNode {
  const locale = useLocale();
  const near = formatNearDay(at, now, locale);
  return near === formatDay(at, now, locale) ? null : <span className="ml-3">{near}</span>;
}

type EventLineProps = Omit<EventTimelineProps, "events"> & { event: StoredEvent };

function EventLine({ event, names, now, hrefOfSubmission }: EventLineProps): ReactNode {
  const t = useTranslations("history");
  const word = useTranslations("events.word");
  const { render } = useEventSentences(names, now);
  const { type, data } = event.event;
  const version = "version" in data ? data.version : null;
  const href = event.submissionId ? hrefOfSubmission(event.submissionId, version) : null;
  return (
    <li className="grid grid-cols-[--spacing(11)_--spacing(24)_minmax(0,1fr)_auto] items-start gap-3 border-b border-line px-5 py-2.25 max-md:grid-cols-[auto_minmax(0,1fr)_auto] max-md:gap-x-3 max-md:gap-y-0.5 max-md:px-4 max-md:py-2.5">
      <time className="text-sm leading-5.5 text-ink-3" dateTime={event.at.toISOString()}>
        {formatClock(event.at).slice(0, 5)}
      </time>
      <StateBadge state={OWN_LOOK[type] ?? LOOK[kindOfEvent(type)]}>{word(type)}</StateBadge>
      <p className="max-w-[56em] wrap-anywhere max-md:col-span-full max-md:row-start-2">{render(event, href)}</p>
      <details className="open:col-start-2 open:-col-end-1 max-md:open:col-span-full [&[open]>summary]:text-right">
        <summary className="text-xs text-ink-3 hover:underline">
          {t("details")}
          <span className="sr-only">{t("detailsOf", { number: event.id })}</span>
        </summary>
        <EventDetails event={event} names={names} now={now} />
      </details>
    </li>
  );
}

/** Everything that the record holds of an event: exact time, number, every changed value, hash. */
function EventDetails({ event, names, now }: Omit<EventLineProps, "hrefOfSubmission">): ReactNode {
  const t = useTranslations("history.detail");
  const locale = useLocale();
  const { textOf } = useEventSentences(names, now);
  const { type, data } = event.event;
  const lines: [string, string][] = [
    [t("number"), String(event.id)],
    [t("time"), formatExactMoment(event.at, now, locale)],
    [t("who"), event.actorName || t("system")],
    ["hash" in data ? t("hash") : "", "hash" in data ? data.hash : ""],
    [t("type"), type],
  ];
  return (
    <div>
      <DescriptionList className="text-sm">
        {lines
          .filter(([label]) => label !== "")
          .map(([label, value]) => (
            <Description key={label} term={label} className="font-mono text-xs">
              {value}
            </Description>
          ))}
      </DescriptionList>
      {"changes" in data && data.changes.length > 3 ? <p className="mt-2 text-sm">{textOf(event)}</p> : null}
    </div>
  );
}
