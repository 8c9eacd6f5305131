import type { DomainEvent, EventType } from "@/lib/domain/events";

/** What an address can be told of. */
export const WEBHOOK_TOPICS = ["sections", "final", "published", "corrections"] as const;
export type WebhookTopic = (typeof WEBHOOK_TOPICS)[number];

/** The kinds of what leaves the house. The names are published and stay as they are. */
export const WEBHOOK_TYPES = [
  "section.submitted",
  "section.signed",
  "section.signature_declined",
  "section.withdrawn",
  "section.returned",
  "section.approved",
  "section.reopened",
  "section.reopening_undone",
  "report.finalised",
  "report.unlocked",
  "report.published",
  "report.superseded",
  "report.correction_begun",
  "report.correction_called_off",
] as const;
export type WebhookType = (typeof WEBHOOK_TYPES)[number];

/** Which events leave the house, as what, and of which topic. */
const TOLD: Readonly<Partial<Record<EventType, { type: WebhookType; topic: WebhookTopic }>>> = {
  section_submitted: { type: "section.submitted", topic: "sections" },
  section_taken: { type: "section.submitted", topic: "sections" },
  section_signed: { type: "section.signed", topic: "sections" },
  signature_declined: { type: "section.signature_declined", topic: "sections" },
  submission_withdrawn: { type: "section.withdrawn", topic: "sections" },
  submission_returned: { type: "section.returned", topic: "sections" },
  submission_approved: { type: "section.approved", topic: "sections" },
  submission_reopened: { type: "section.reopened", topic: "sections" },
  reopening_undone: { type: "section.reopening_undone", topic: "sections" },
  report_finalised: { type: "report.finalised", topic: "final" },
  report_unlocked: { type: "report.unlocked", topic: "final" },
  report_published: { type: "report.published", topic: "published" },
  report_superseded: { type: "report.superseded", topic: "corrections" },
  erratum_begun: { type: "report.correction_begun", topic: "corrections" },
  erratum_called_off: { type: "report.correction_called_off", topic: "corrections" },
};

/** An address that is told what happened, as an administrator sees it; its secret is shown once. */
export type Webhook = {
  id: string;
  name: string;
  address: string;
  topics: readonly WebhookTopic[];
  addedByName: string;
  addedAt: Date;
};

/** One thing that an address is told, with how it went. */
export type WebhookCall = {
  id: string;
  webhookId: string;
  type: string;
  at: Date;
  sentAt: Date | null;
  attempts: number;
  triedAt: Date | null;
  /** What went wrong at the last attempt. */
  problem: string | null;
};

type Subject = {
  organisationId?: string | null;
  cycleId?: string | null;
  submissionId?: string | null;
  reportId?: string | null;
};

/** What is told of an event: its body is written once, so that each attempt sends the same. */
export type WebhookMessage = { type: WebhookType; topic: WebhookTopic; body: string };

/**
 * What is told of an event, null of most: which section or report it is about and that it happened. Figures, texts, reasons
 * and names stay in the house; who may read them asks for them.
 */
export function webhookMessage(event: DomainEvent, subject: Subject, at: Date): WebhookMessage | null {
  const told = TOLD[event.type];
  if (!told) return null;
  const { organisationId = null, cycleId = null, submissionId = null, reportId = null } = subject;
  const sectionId = "sectionId" in event.data ? event.data.sectionId : null;
  const version = "version" in event.data ? event.data.version : null;
  const isHandedIn = event.type === "section_submitted" || event.type === "section_taken";
  const waits = isHandedIn ? { awaitsSignature: event.type === "section_submitted" && event.data.awaitsSignature } : {};
  const data = { cycleId, organisationId, submissionId, sectionId, reportId, version, ...waits };
  return { ...told, body: JSON.stringify({ type: told.type, timestamp: at.toISOString(), data }) };
}

/** This machine by one of its written names; what a name leads to is looked at when it is told. */
const HERE = /^(?:localhost|.*\.localhost|127\..*|0\..*|169\.254\..*|\[::1?\]|\[::ffff:.*\]|\[fe[89ab].*\])$/;

/** Whether a text is an address that can be told: by HTTPS, without a name and a password in it, and not this machine. */
export function isWebhookAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return (
    url?.protocol === "https:" &&
    url.username === "" &&
    url.password === "" &&
    url.hash === "" &&
    !HERE.test(url.hostname)
  );
}
