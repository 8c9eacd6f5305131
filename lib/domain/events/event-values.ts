import { ofYear } from "@/lib/domain/events/administration-values";
import { type SentenceValues, type SentenceWords, yesNo } from "@/lib/domain/events/event-words";
import type { SectionId } from "@/lib/domain/format";

/** Stands in a sentence for the body of a report that names none. */
const NOBODY = "none";

/** An event whose data fill its sentence as they are. */
export const asRecorded = (data: SentenceValues): SentenceValues => data;

/** A paragraph of the report's own text; some paragraphs stand under no heading. */
export const reportTextSaved = (data: SentenceValues & { heading: string }): SentenceValues => ({
  ...data,
  hasHeading: yesNo(data.heading !== ""),
});

/** What a district answers to what the government above sent back. */
export const correctionAnswered = (
  { year, sectionId, ...data }: SentenceValues & { year: number; sectionId: SectionId },
  words: SentenceWords,
): SentenceValues => ({ ...data, year: String(year), part: words.part(sectionId) });

/** A district that was set up by itself or by the government above. */
export const districtSetUp = (data: { name: string; office: string; by?: string | undefined }): SentenceValues => ({
  ...data,
  by: data.by ?? "",
  hasBy: yesNo(data.by !== undefined),
});

/** A usual reason for a return: new, or changed from what it was before. */
export const returnReasonSaved = (data: SentenceValues & { before: string }): SentenceValues => ({
  ...data,
  isNew: yesNo(data.before === ""),
});

/** An explanation of a finding, with the name of its rule. */
export const ofRule = (data: SentenceValues & { rule: string }, words: SentenceWords): SentenceValues => ({
  ...data,
  rule: words.rule(data.rule),
});

/** The version of a rule as text, so that it is formatted without separators. */
export const ofRuleSetting = (
  data: SentenceValues & { rule: string; ruleVersion: number },
  words: SentenceWords,
): SentenceValues => ({ ...ofRule(data, words), ruleVersion: String(data.ruleVersion) });

/** Whose explanation is printed with the report, or is printed no more. */
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

/** A year's due date of its tables or of its texts. */
export const datesChanged = (
  data: { year: number; part: string; from: string; to: string },
  words: SentenceWords,
): SentenceValues => ({
  year: String(data.year),
  which: data.part,
  from: words.due(data.from),
  to: words.due(data.to),
});

/** From when nothing is handed in any more; `to` is null where lateness is only marked. */
export const hardEndChanged = (data: { year: number; to: string | null }, words: SentenceWords): SentenceValues => ({
  year: String(data.year),
  isSet: yesNo(data.to !== null),
  to: data.to === null ? "" : words.due(data.to),
});

type AskedFrom = {
  account: string;
  source: string;
  isKnownDevice: boolean;
  what?: string;
  counter?: string;
  seconds?: number;
};

/** A sign-in, or a try at one, from a device that is known or is not. */
export const askedFrom = ({ isKnownDevice, ...data }: AskedFrom): SentenceValues => ({
  ...data,
  isKnownDevice: yesNo(isKnownDevice),
});

/** A downloaded file of a draft, with the name of its format. */
export const downloaded = ({ version, format }: { version: number; format: string }): SentenceValues => ({
  version,
  format: format.toUpperCase(),
});

/** An adjustment of the roll-up, with the name of its cell. */
export const adjusted = (data: SentenceValues & { cellKey: string }, words: SentenceWords): SentenceValues => ({
  ...data,
  place: words.place(data.cellKey),
});

/** The sections of which a unit was reminded. */
export const reminded = (data: { sections: readonly SectionId[] }, words: SentenceWords): SentenceValues => ({
  sections: words.sections(data.sections),
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

/** A unit's own report, with the reasons of both people where it names another body. */
export const unitReportTaken = (data: UnitReportTaken): SentenceValues => {
  const { year, title, hash, body = "", reason = "", proposedBy = "", confirmation = "" } = data;
  return {
    ...{ year: String(year), title, hash, body: body || NOBODY },
    ...{ reason, isOther: yesNo(reason !== "") },
    ...{ proposedBy, confirmation, isConfirmed: yesNo(confirmation !== "") },
  };
};
