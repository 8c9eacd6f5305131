import { type DomainEvent, EVENT_TYPES, type EventType } from "@/lib/domain/events";
import { type EventKind, kindOfEvent, valuesOfEvent } from "@/lib/domain/events/event-rows";
import { type EventWords, type SentenceValues, yesNo } from "@/lib/domain/events/event-words";
import type { SectionId } from "@/lib/domain/format";

/** The event types of these kinds, in the order of `EVENT_TYPES`; none for no kind. */
export function listTypesOfKinds(kinds: readonly EventKind[]): EventType[] {
  return EVENT_TYPES.filter((type) => kinds.includes(kindOfEvent(type)));
}

/** Events of a review before its decision, which units do not see. */
const NOT_FOR_UNITS: readonly EventType[] = ["comment_added", "comment_settled", "explanation_accepted"];

/** The types that a unit may read in its own history. */
export function listTypesForUnits(): EventType[] {
  return EVENT_TYPES.filter((type) => !NOT_FOR_UNITS.includes(type));
}

export type EventSentence = {
  values: SentenceValues;
  /** Values that were changed, for the `changes` tag of the sentence. */
  changes: readonly { place: string; from: string | null; to: string | null }[];
};

type RecordedEvent = {
  actorName: string;
  event: DomainEvent;
  /** The unit and year that the event is filed under, where it is. */
  unitName: string | null;
  year: number | null;
};

/** Says what an event's sentence is filled with, whatever the language. */
export function describeEvent({ actorName, unitName, year, event }: RecordedEvent, words: EventWords): EventSentence {
  const isNamedByActor = unitName !== null && actorName.startsWith(unitName);
  const about = {
    who: actorName,
    hasActor: yesNo(actorName !== ""),
    unit: unitName ?? "",
    hasUnit: yesNo(unitName !== null),
    year: year === null ? "" : String(year),
  };
  const part: (sectionId: SectionId) => string = (id) => words.part(isNamedByActor ? null : unitName, id);
  return { values: { ...about, ...valuesOfEvent(event, { ...words, part }) }, changes: changesOf(event, words) };
}

function changesOf(event: DomainEvent, words: EventWords): EventSentence["changes"] {
  if (!("changes" in event.data)) return [];
  return event.data.changes.map(({ cellKey, from, to }) => ({ place: words.place(cellKey), from, to }));
}
