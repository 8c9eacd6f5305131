import type { Role } from "@/lib/domain/access";
import type { SectionId } from "@/lib/domain/format";

/** Words of the reader's language that a sentence is filled with. */
export type EventWords = {
  /** A section of a unit; of nobody in particular where the unit is known from who acted. */
  part: (unitName: string | null, sectionId: SectionId) => string;
  sections: (sectionIds: readonly SectionId[]) => string;
  /** A cell, an indicator or a paragraph. */
  place: (anchor: string) => string;
  role: (role: Role) => string;
  rule: (rule: string) => string;
  /** A due date as written in the event. */
  due: (moment: string) => string;
};

/** As `EventWords`, where it is settled whether a section is named together with its unit. */
export type SentenceWords = Omit<EventWords, "part"> & { part: (sectionId: SectionId) => string };

/** Fill the message `events.sentence.` and the event's type. */
export type SentenceValues = Readonly<Record<string, string | number>>;

type InSection = { sectionId: SectionId };

/** What a sentence is told in place of the body of a report that names none. */
const NOBODY = "none";

/** A choice of a message; `unsaid` where the event does not tell. */
export const yesNo = (is: boolean | undefined): string => (is === undefined ? "unsaid" : is ? "yes" : "no");

/** An event whose data are the words of its sentence as they are. */
export const asRecorded = (data: SentenceValues): SentenceValues => data;

export const inSection = (data: InSection & SentenceValues, words: SentenceWords): SentenceValues => ({
  ...data,
  part: words.part(data.sectionId),
});

export const changedIn = (data: InSection & { changes: readonly unknown[] }, words: SentenceWords): SentenceValues => ({
  part: words.part(data.sectionId),
  count: data.changes.length,
});

export const reportTextSaved = (data: SentenceValues & { heading: string }): SentenceValues => ({
  ...data,
  hasHeading: yesNo(data.heading !== ""),
});

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

type SentBack = InSection & { version: number; reason: string; comments?: number; dueAt?: string | null | undefined };

/** A return tells its comments; a reopening has none. */
export const sentBack = ({ dueAt = null, ...data }: SentBack, words: SentenceWords): SentenceValues => ({
  ...data,
  part: words.part(data.sectionId),
  dueAt: dueAt === null ? "" : words.due(dueAt),
  hasDue: yesNo(dueAt !== null),
});

export const reopeningUndone = (
  data: InSection & { version: number; changes: readonly unknown[]; texts: readonly { dropped: string }[] },
  words: SentenceWords,
): SentenceValues => {
  const dropped = data.texts.flatMap((text) => (text.dropped === "" ? [] : [text.dropped])).join("\n");
  return { ...changedIn(data, words), version: data.version, dropped: dropped || "none" };
};

export const placed = (
  data: InSection & SentenceValues & { anchor: string },
  words: SentenceWords,
): SentenceValues => ({
  ...inSection(data, words),
  place: words.place(data.anchor),
});

export const ofRule = (data: SentenceValues & { rule: string }, words: SentenceWords): SentenceValues => ({
  ...data,
  rule: words.rule(data.rule),
});

export const explained = (
  data: InSection & SentenceValues & { rule: string },
  words: SentenceWords,
): SentenceValues => ({
  ...ofRule(data, words),
  part: words.part(data.sectionId),
});

export const ofRuleSetting = (
  data: SentenceValues & { rule: string; ruleVersion: number },
  words: SentenceWords,
): SentenceValues => ({ ...ofRule(data, words), ruleVersion: String(data.ruleVersion) });

export const noteChosen = (
  { rule, unit, note }: { rule: string; unit: string; note: string | null },
  words: SentenceWords,
): SentenceValues => ({
  rule: words.rule(rule),
  of: unit,
  isOwn: yesNo(unit === ""),
  note: note ?? "",
  isPrinted: yesNo(note !== null),
});

export const extended = (
  data: InSection & { from: string; to: string; reason: string },
  words: SentenceWords,
): SentenceValues => ({
  part: words.part(data.sectionId),
  from: words.due(data.from),
  to: words.due(data.to),
  reason: data.reason,
});

export const datesChanged = (
  data: { year: number; part: string; from: string; to: string },
  words: SentenceWords,
): SentenceValues => ({
  year: String(data.year),
  which: data.part,
  from: words.due(data.from),
  to: words.due(data.to),
});

type AskedFrom = {
  account: string;
  source: string;
  isKnownDevice: boolean;
  what?: string;
  counter?: string;
  seconds?: number;
};

export const askedFrom = ({ isKnownDevice, ...data }: AskedFrom): SentenceValues => ({
  ...data,
  isKnownDevice: yesNo(isKnownDevice),
});

export const downloaded = ({ version, format }: { version: number; format: string }): SentenceValues => ({
  version,
  format: format.toUpperCase(),
});

export const adjusted = (data: SentenceValues & { cellKey: string }, words: SentenceWords): SentenceValues => ({
  ...data,
  place: words.place(data.cellKey),
});

export const reminded = (data: { sections: readonly SectionId[] }, words: SentenceWords): SentenceValues => ({
  sections: words.sections(data.sections),
});

export const ofRole = (data: { account: string; role: Role }, words: SentenceWords): SentenceValues => ({
  account: data.account,
  role: words.role(data.role),
});

type UnitChanged = {
  name: string;
  before: string;
  isActive?: boolean | undefined;
  needsSignature?: boolean | undefined;
};

export const unitChanged = ({ name, before, isActive, needsSignature }: UnitChanged): SentenceValues => ({
  name,
  before,
  isRenamed: yesNo(name !== before),
  active: yesNo(isActive),
  signature: yesNo(needsSignature),
});

type UnitDissolved = { name: string; on: string; reason: string; isCounted: boolean };

export const unitDissolved = ({ name, on, reason, isCounted }: UnitDissolved): SentenceValues => {
  const [year = "", month = 0, day = 0] = on.split("-").map(Number);
  return { name, reason, onYear: String(year), onMonth: month, onDay: day, counted: yesNo(isCounted) };
};

/** A year is told as text, so that no language puts a separator in it. */
export const ofYear = (data: SentenceValues & { year: number }): SentenceValues => ({
  ...data,
  year: String(data.year),
});

type CycleOpened = { year: number; formatId: string; units: number; carriedFrom: number | null };

export const cycleOpened = ({ year, formatId, units, carriedFrom }: CycleOpened): SentenceValues => ({
  year: String(year),
  formatId,
  units,
  isCarried: yesNo(carriedFrom !== null),
  carriedFrom: String(carriedFrom ?? ""),
});

/** `body` is empty where the report names nobody. */
export const ofOtherBody = (data: SentenceValues & { year: number; body: string }): SentenceValues => ({
  ...ofYear(data),
  body: data.body || NOBODY,
});

type UnitReportTaken = {
  year: number;
  title: string;
  hash: string;
  body?: string | undefined;
  reason?: string | undefined;
  proposedBy?: string | undefined;
  confirmation?: string | undefined;
};

export const unitReportTaken = (data: UnitReportTaken): SentenceValues => {
  const { year, title, hash, body = "", reason = "", proposedBy = "", confirmation = "" } = data;
  return {
    ...{ year: String(year), title, hash, body: body || NOBODY },
    ...{ reason, isOther: yesNo(reason !== "") },
    ...{ proposedBy, confirmation, isConfirmed: yesNo(confirmation !== "") },
  };
};
