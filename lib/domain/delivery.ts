import type { SectionId } from "@/lib/domain/format";
import type { Language } from "@/lib/domain/language";
import { isUrgent, type NoticeChoice, type NoticeKind } from "@/lib/domain/notice";
import { dateInShanghai } from "@/lib/domain/office-day";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** What is urgent waits so long for more of the same: a reviewer who gives back five sections causes one message. */
const GATHER_MS = 5 * MINUTE_MS;
/** The message of the day goes out when the office begins, in Asia/Shanghai. */
const DAY_BEGINS_HOUR = 8;

/** A message for one person or robot that was not delivered yet. */
export type Pending = { kind: NoticeKind; at: Date };

/**
 * Whether what waits for somebody goes out now, all of it in one message. What is urgent goes as soon as nothing more has
 * come for five minutes; the rest once a day, in the morning of a day on which nothing went out yet.
 */
export function isDeliveryDue(
  of: { pending: readonly Pending[]; choice: NoticeChoice; lastMadeAt: Date | null },
  now: Date,
): boolean {
  const { pending, choice, lastMadeAt } = of;
  if (pending.length === 0 || choice === "none") return false;
  const isNow = pending.filter(({ kind }) => choice === "at_once" || isUrgent(kind));
  if (isNow.length > 0) {
    const newest = Math.max(...pending.map(({ at }) => at.getTime()));
    const oldest = Math.min(...isNow.map(({ at }) => at.getTime()));
    // Somebody may go on for an hour; nobody waits longer than three times the pause.
    if (now.getTime() - newest >= GATHER_MS || now.getTime() - oldest >= 3 * GATHER_MS) return true;
  }
  const hasHadToday = lastMadeAt !== null && dateInShanghai(lastMadeAt) === dateInShanghai(now);
  return !hasHadToday && hourInShanghai(now) >= DAY_BEGINS_HOUR;
}

function hourInShanghai(moment: Date): number {
  return new Date(moment.getTime() + 8 * HOUR_MS).getUTCHours();
}

/** One entry of a delivery, with the names of year, unit and report. */
export type DeliveryEntry = {
  kind: NoticeKind;
  at: Date;
  year: number | null;
  unitName: string | null;
  sectionIds: readonly SectionId[];
  dueAt: Date | null;
  submissionId: string | null;
  reportId: string | null;
};

/** A message as it is handed to a channel. */
export type Delivery = {
  id: string;
  districtName: string;
  entries: readonly DeliveryEntry[];
};

/** What a mail says: notices, an invitation with the code of its link, or that another address is used from now on. */
export type MailMessage =
  | ({ kind: "notices" } & Delivery)
  | { kind: "invitation"; id: string; districtName: string; name: string; token: string; expiresAt: Date }
  | { kind: "address_changed"; id: string; districtName: string; name: string };

/** A way to send messages by mail. */
export type MailChannel = {
  /** Ends when the server has taken the message. Throws a `FinalFailure` where it will never take it. */
  send(message: MailMessage, to: { email: string; language: Language }): Promise<void>;
};

/** Who a message is for: a person, or a group by its robot. */
export type Recipient = { userId: string; robotId: null } | { userId: null; robotId: string };

/** A channel that posts to the robot of a group. */
export type GroupChannel = {
  /** Ends when the service has taken the message. Throws a `FinalFailure` where it will never take it. */
  send(delivery: Delivery, robot: { address: string; secret: string | null }): Promise<void>;
};

/** The order of the entries of a delivery: what the reader must act on first. */
const ORDER: readonly NoticeKind[] = [
  "overdue",
  "returned",
  "reopened",
  "correction_asked",
  "signature_declined",
  "signature_asked",
  "reminded",
  "due_soon",
  "due_changed",
  "task_given",
  "comment_answered",
  "outline_changed",
  "report_offered",
  "approved",
  "published",
];

/** The entries of a message, what must be acted on first; within a kind the oldest first. */
export function arrangeEntries(entries: readonly DeliveryEntry[]): DeliveryEntry[] {
  return entries.toSorted(
    (left, right) => ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind) || left.at.getTime() - right.at.getTime(),
  );
}
