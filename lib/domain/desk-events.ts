import type { DomainEvent, EventType, StoredEvent } from "@/lib/domain/events";

/** The events that a list may show as the last; the office's comments are left out until they are sent. */
export const TOLD_TYPES = [
  "figures_saved",
  "paragraph_saved",
  "section_declared_nil",
  "nil_declaration_withdrawn",
  "section_submitted",
  "section_signed",
  "signature_declined",
  "submission_withdrawn",
  "review_begun",
  "review_released",
  "submission_returned",
  "submission_approved",
  "submission_reopened",
  "reopening_undone",
  "due_date_extended",
] as const satisfies readonly EventType[];

/** What gives a section back to its unit. */
export const SENT_BACK_TYPES: readonly EventType[] = [
  "submission_returned",
  "submission_reopened",
  "signature_declined",
];

/** An event that the list has words for. */
export type ToldEvent = Omit<StoredEvent, "event"> & {
  event: Extract<DomainEvent, { type: (typeof TOLD_TYPES)[number] }>;
};

/** True of an event that a list may show as the last. */
export function isTold(stored: StoredEvent): stored is ToldEvent {
  return TOLD_TYPES.some((type) => type === stored.event.type);
}

/** The event with the highest id, or null where there is none. */
export function newest(events: readonly ToldEvent[]): ToldEvent | null {
  return events.reduce<ToldEvent | null>((last, event) => (last && last.id > event.id ? last : event), null);
}
