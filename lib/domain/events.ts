import { z } from "zod";
import { ACCOUNT_EVENTS } from "@/lib/domain/events/account-events";
import { DISTRICT_EVENTS } from "@/lib/domain/events/district-events";
import { REPORT_EVENTS } from "@/lib/domain/events/report-events";
import { SECTION_EVENTS } from "@/lib/domain/events/section-events";

/**
 * What happened, in the past tense. An event carries what a reader needs later; the row around it holds when, who,
 * which unit, cycle, submission and report. Adding a type without a sentence in `events.json` fails a test.
 */
export const EventSchema = z.discriminatedUnion("type", [
  ...SECTION_EVENTS,
  ...REPORT_EVENTS,
  ...DISTRICT_EVENTS,
  ...ACCOUNT_EVENTS,
]);

export type DomainEvent = z.infer<typeof EventSchema>;
export type EventType = DomainEvent["type"];

export const EVENT_TYPES: readonly EventType[] = EventSchema.options.map((option) => option.shape.type.value);

export type StoredEvent = {
  id: number;
  at: Date;
  actorId: string | null;
  actorName: string;
  organisationId: string | null;
  cycleId: string | null;
  submissionId: string | null;
  reportId: string | null;
  event: DomainEvent;
  /** The name of the token by which another program did it. */
  byToken?: string;
};
