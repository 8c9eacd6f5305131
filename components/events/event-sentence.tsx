import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { RULE_IDS } from "@/lib/domain/check/finding";
import { describeEvent, type EventSentence } from "@/lib/domain/describe-event";
import type { StoredEvent } from "@/lib/domain/events";
import type { EventWords } from "@/lib/domain/events/event-words";
import type { SectionId } from "@/lib/domain/format";
import { formatDeadline } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { formatFigure } from "@/lib/i18n/numbers";

/** Names that events only hold the keys of. */
export type EventNames = {
  unitOf: (organisationId: string) => string | null;
  yearOf: (cycleId: string) => number | null;
  cellOf: (cellKey: string) => string | null;
  headingOf: (headingKey: string) => string | null;
};

/** Changed figures that a sentence lists before it only counts them. */
const CHANGES_SHOWN = 3;

type Chunks = (chunks: ReactNode) => ReactNode;

type Translators = {
  t: ReturnType<typeof useTranslations<"events">>;
  common: ReturnType<typeof useTranslations<"common">>;
  rules: ReturnType<typeof useTranslations<"checks.rules">>;
  locale: Locale;
};

/** Says events in the reader's language: as a sentence with links, or as plain text. */
export function useEventSentences(names: EventNames, now: Date): EventSentences {
  const t = useTranslations("events");
  const common = useTranslations("common");
  const rules = useTranslations("checks.rules");
  const locale = useLocale();
  return eventSentences({ t, common, rules, locale }, names, now);
}

type EventSentences = {
  textOf: (event: StoredEvent) => string;
  render: (event: StoredEvent, versionHref: string | null) => ReactNode;
};

/** The same outside of a component. */
export function eventSentences(translators: Translators, names: EventNames, now: Date): EventSentences {
  const { t } = translators;
  const words = eventWords(translators, names, now);
  const sentenceOf = (event: StoredEvent): EventSentence =>
    describeEvent(
      {
        actorName: event.actorName,
        event: event.event,
        unitName: event.organisationId ? names.unitOf(event.organisationId) : null,
        year: event.cycleId ? names.yearOf(event.cycleId) : null,
      },
      words,
    );

  return {
    textOf: (event) => {
      const { values, changes } = sentenceOf(event);
      const plain = (chunks: string) => chunks;
      const by = event.byToken === undefined ? "" : t("byToken", { name: event.byToken });
      const listed = changes.map((change) => t.markup("change", { ...changeValues(change, t("blank")), f: plain }));
      const sentence = t.markup(`sentence.${event.event.type}`, {
        ...values,
        b: plain,
        v: plain,
        q: (chunks) => `“${chunks}”`,
        changes: () => listed.join(t("changeSeparator")),
      });
      return `${sentence}${by}`;
    },
    render: (event, versionHref) => {
      const { values, changes } = sentenceOf(event);
      const link: Chunks = (chunks) => (versionHref ? <a href={versionHref}>{chunks}</a> : chunks);
      const sentence = t.rich(`sentence.${event.event.type}`, {
        ...values,
        b: (chunks) => <b>{chunks}</b>,
        v: link,
        q: (chunks) => <span className="text-ink-2">“{chunks}”</span>,
        changes: () => <Changes changes={changes} />,
      });
      if (event.byToken === undefined) return sentence;
      return (
        <>
          {sentence}
          <span className="text-ink-3">{t("byToken", { name: event.byToken })}</span>
        </>
      );
    },
  };
}

function changeValues(change: EventSentence["changes"][number], blank: string) {
  return {
    place: change.place,
    from: formatFigure(change.from) || blank,
    to: formatFigure(change.to) || blank,
  };
}

function Changes({ changes }: Pick<EventSentence, "changes">): ReactNode {
  const t = useTranslations("events");
  return (
    <>
      {changes.slice(0, CHANGES_SHOWN).map((change, index) => (
        <span key={change.place}>
          {index > 0 ? t("changeSeparator") : null}
          {t.rich("change", {
            ...changeValues(change, t("blank")),
            f: (chunks) => <span className="rounded-xs bg-sunken px-1.25">{chunks}</span>,
          })}
        </span>
      ))}
      {changes.length > CHANGES_SHOWN ? t("moreChanges", { count: changes.length }) : null}
    </>
  );
}

function eventWords({ t, common, rules, locale }: Translators, names: EventNames, now: Date): EventWords {
  const section = (sectionId: SectionId) => common(`section.${sectionId}`);
  const isRule = (rule: string) => RULE_IDS.find((known) => known === rule);
  return {
    part: (unit, sectionId) =>
      unit === null ? t("partOwn", { section: section(sectionId) }) : t("part", { unit, section: section(sectionId) }),
    sections: (ids) => ids.map((id) => t("partOwn", { section: section(id) })).join(common("listSeparator")),
    place: (anchor) => {
      const heading = headingOfAnchor(anchor);
      if (heading !== null) return names.headingOf(heading) || t("opening");
      return names.cellOf(anchor) ?? anchor;
    },
    role: (role) => common(`role.${role}`),
    scope: (scope) => common(`tokenScope.${scope}`),
    rule: (rule) => {
      const known = isRule(rule);
      return known ? rules(known) : rule;
    },
    due: (moment) => formatDeadline(new Date(moment), now, locale),
  };
}
