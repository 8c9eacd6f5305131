import { ofRule, reportTextSaved } from "@/lib/domain/events/event-values";
import { type SentenceValues, type SentenceWords, yesNo } from "@/lib/domain/events/event-words";
import type { SectionId } from "@/lib/domain/format";
import { type HeadAnswer, listReservations } from "@/lib/domain/head-statement";

type InSection = { sectionId: SectionId };

/** An event of one section, whose other data fill the sentence as they are. */
export const inSection = (data: InSection & SentenceValues, words: SentenceWords): SentenceValues => ({
  ...data,
  part: words.part(data.sectionId),
});

/** How many cells of a section were changed; which ones follows the sentence. */
export const changedIn = (data: InSection & { changes: readonly unknown[] }, words: SentenceWords): SentenceValues => ({
  part: words.part(data.sectionId),
  count: data.changes.length,
});

/** A ledger that a table was counted from, with how many of its lines were not counted. */
export const ledgerCounted = (
  { isNewer, ...data }: InSection & { rows: number; uncounted: number; hash: string; isNewer: boolean },
  words: SentenceWords,
): SentenceValues => ({ ...inSection(data, words), isNewer: yesNo(isNewer) });

/** The same ledger taken away, with what became of the figures. */
export const ledgerRemoved = (
  { isRestored, ...data }: InSection & { rows: number; hash: string; isRestored: boolean },
  words: SentenceWords,
): SentenceValues => ({ ...inSection(data, words), isRestored: yesNo(isRestored) });

/** As `reportTextSaved`, of a unit's section. */
export const paragraphSaved = (
  data: InSection & SentenceValues & { heading: string },
  words: SentenceWords,
): SentenceValues => ({ ...reportTextSaved(data), part: words.part(data.sectionId) });

type Submitted = InSection & {
  version: number;
  receipt: string;
  isNil: boolean;
  awaitsSignature: boolean;
  isLate: boolean;
  unchangedReason?: string | undefined;
};

/** A version handed in: as a nil report or not, awaiting a signature, late, or unchanged with the reason. */
export const submitted = (data: Submitted, words: SentenceWords): SentenceValues => ({
  part: words.part(data.sectionId),
  version: data.version,
  receipt: data.receipt,
  isNil: yesNo(data.isNil),
  awaits: yesNo(data.awaitsSignature),
  isLate: yesNo(data.isLate),
  isUnchanged: yesNo(data.unchangedReason !== undefined),
  unchangedReason: data.unchangedReason ?? "",
});

/** A signature, with how many statements the head answered with no. */
export const signed = (
  data: InSection & { version: number; answers: readonly HeadAnswer[] },
  words: SentenceWords,
): SentenceValues => ({
  part: words.part(data.sectionId),
  version: data.version,
  reserved: listReservations(data.answers).length,
});

/** A version taken over from a published report of a government below. */
export const taken = (
  data: InSection & { version: number; receipt: string; isNil: boolean; reportVersion: number },
  words: SentenceWords,
): SentenceValues => ({
  part: words.part(data.sectionId),
  version: data.version,
  receipt: data.receipt,
  isNil: yesNo(data.isNil),
  reportVersion: data.reportVersion,
});

type SentBack = InSection & { version: number; reason: string; comments?: number; dueAt?: string | null | undefined };

/** A return has a number of comments; a reopening has none. */
export const sentBack = ({ dueAt = null, ...data }: SentBack, words: SentenceWords): SentenceValues => ({
  ...data,
  part: words.part(data.sectionId),
  dueAt: dueAt === null ? "" : words.due(dueAt),
  hasDue: yesNo(dueAt !== null),
});

/** A reopening that a called-off correction takes back, with the texts that its unit loses by it. */
export const reopeningUndone = (
  data: InSection & { version: number; changes: readonly unknown[]; texts: readonly { dropped: string }[] },
  words: SentenceWords,
): SentenceValues => {
  const dropped = data.texts.flatMap((text) => (text.dropped === "" ? [] : [text.dropped])).join("\n");
  return { ...changedIn(data, words), version: data.version, dropped: dropped || "none" };
};

/** A comment, with the name of its cell or paragraph. */
export const placed = (
  data: InSection & SentenceValues & { anchor: string },
  words: SentenceWords,
): SentenceValues => ({
  ...inSection(data, words),
  place: words.place(data.anchor),
});

/** A comment that the unit answered: an older event tells no words. */
export const answered = (
  data: InSection & { anchor: string; reply?: string | undefined; replyText?: string | undefined },
  words: SentenceWords,
): SentenceValues => ({
  ...inSection({ sectionId: data.sectionId }, words),
  place: words.place(data.anchor),
  reply: data.reply ?? "none",
  replyText: data.replyText ?? "",
  hasText: yesNo((data.replyText ?? "") !== ""),
});

/** As `ofRule`, of a finding in a section. */
export const explained = (
  data: InSection & SentenceValues & { rule: string },
  words: SentenceWords,
): SentenceValues => ({
  ...ofRule(data, words),
  part: words.part(data.sectionId),
});

/** A due date of one section, moved with the reason. */
export const extended = (
  data: InSection & { from: string; to: string; reason: string },
  words: SentenceWords,
): SentenceValues => ({
  part: words.part(data.sectionId),
  from: words.due(data.from),
  to: words.due(data.to),
  reason: data.reason,
});
