import { tickedOutcome } from "@/lib/domain/ledger/ledger-heads";
import type { LedgerReading } from "@/lib/domain/ledger/ledger-reading";
import { APPLICANT_KINDS, type ApplicantKind, EXCLUDED, type LedgerRow, OPEN } from "@/lib/domain/ledger/ledger-row";
import { foldWord, isNoTick, isTick, readApplicantKind, readOutcome } from "@/lib/domain/ledger/ledger-words";
import { type LedgerColumns, TICKED } from "@/lib/domain/ledger/propose-columns";

/** What a word of the file stands for, chosen by hand; an empty text leaves it open. */
export type ChosenWords = { kind: ReadonlyMap<string, string>; outcome: ReadonlyMap<string, string> };

/** A word of the columns of kinds or of outcomes, with what it is counted as. */
export type LedgerWord = {
  role: "kind" | "outcome";
  word: string;
  /** How many lines say it. */
  count: number;
  /** A kind, the key of a row, `open` or `excluded`; empty where nobody has said it. */
  target: string;
  /** True where it is known by itself, so that nobody has to say it. */
  isKnown: boolean;
};

/** Stands between an outcome and its detail where both are one word. */
export const DETAIL_SEPARATOR = " / ";

/** What a choice of `ChosenWords` goes by. */
export const wordKey = (word: string): string => foldWord(word) || word;

type Meaning<Key extends string> = { is: "key"; key: Key } | { is: "none" } | { is: "two" } | { is: "unmapped" };

/**
 * Every line of a ledger as one request, and the words that say what it is. What nobody has explained yet, two outcomes, and
 * a date that cannot be read are the line's fault; it is not counted before they are put right.
 */
export function interpretLedger(
  reading: LedgerReading,
  columns: LedgerColumns,
  chosen: ChosenWords,
  outcomes: readonly string[],
): { rows: LedgerRow[]; words: LedgerWord[] } {
  const rowKeys = new Set(outcomes);
  const words = new Map<string, LedgerWord>();
  const at = (head: string) => reading.columns.findIndex((column) => column.head === head) + 2;
  const textAt = (line: readonly number[], head: string) =>
    head === "" ? "" : (reading.words[line[at(head)] ?? -1] ?? "");
  const ticks = tickColumns(reading, rowKeys);

  const meanWord = <Key extends string>(role: LedgerWord["role"], word: string, known: Key | null): Meaning<Key> => {
    const place = `${role} ${wordKey(word)}`;
    const before = words.get(place);
    if (before) before.count += 1;
    const target = before?.target ?? chosen[role].get(wordKey(word)) ?? known ?? "";
    if (!before) words.set(place, { role, word, count: 1, target, isKnown: known !== null && target === known });
    return target === "" ? { is: "unmapped" } : { is: "key", key: target as Key };
  };
  const kindOf = (line: readonly number[]): Meaning<ApplicantKind | typeof EXCLUDED> => {
    if (columns.kind === TICKED) return meanTicks(line, reading, ticks.kind);
    const text = textAt(line, columns.kind);
    return text === "" ? { is: "none" } : meanWord("kind", text, readApplicantKind(text));
  };
  const outcomeOf = (line: readonly number[]): Meaning<string> => {
    if (columns.outcome === TICKED) return meanTicks(line, reading, ticks.outcome);
    const text = textAt(line, columns.outcome);
    const detail = columns.detail === "" ? "" : textAt(line, columns.detail);
    return meanOutcome(text, isNoTick(detail) ? "" : detail, rowKeys, meanWord);
  };
  const rows = reading.lines.map((line): LedgerRow => {
    const [kind, outcome] = [kindOf(line), outcomeOf(line)];
    const [received, answered] = [textAt(line, columns.received), textAt(line, columns.answered)];
    const isOpen = outcome.is === "key" && outcome.key === OPEN;
    const answeredDay = isNoTick(answered) || isOpen ? "" : answered;
    return {
      sheet: line[0] ?? 0,
      row: line[1] ?? 1,
      received: isDay(received) ? received : null,
      kind: kind.is === "key" && isKind(kind.key) ? kind.key : null,
      outcome: outcome.is === "key" && outcome.key !== EXCLUDED ? outcome.key : null,
      answered: isDay(answeredDay) ? answeredDay : null,
      isExtended: isSaidYes(textAt(line, columns.extended)),
      fault: faultOf({ kind, outcome, received, answered: answeredDay }),
    };
  });
  return { rows, words: [...words.values()].toSorted((left, right) => right.count - left.count) };
}

/** What an outcome says by itself or together with its detail; the detail alone says it where only a group is named. */
function meanOutcome(
  text: string,
  detail: string,
  rowKeys: ReadonlySet<string>,
  meanWord: (role: "outcome", word: string, known: string | null) => Meaning<string>,
): Meaning<string> {
  if (text === "" && detail === "") return { is: "none" };
  const read = readOutcome(text, rowKeys);
  if (read.is === "two") return { is: "two" };
  if (read.is === "outcome" && (detail === "" || !/^other/.test(read.key))) return meanWord("outcome", text, read.key);
  if (detail === "") return meanWord("outcome", text, null);
  const finer = readOutcome(detail, rowKeys);
  if (finer.is === "two") return { is: "two" };
  const word = text === "" ? detail : `${text}${DETAIL_SEPARATOR}${detail}`;
  return meanWord("outcome", word, finer.is === "outcome" ? finer.key : read.is === "outcome" ? read.key : null);
}

type Ticks<Key> = { place: number; key: Key }[];

function tickColumns(reading: LedgerReading, rowKeys: ReadonlySet<string>) {
  const kind: Ticks<ApplicantKind> = [];
  const outcome: Ticks<string> = [];
  for (const [index, { head, holds }] of reading.columns.entries()) {
    if (holds !== "ticks") continue;
    const [kindKey, outcomeKey] = [readApplicantKind(head), tickedOutcome(head, rowKeys)];
    // 其他 stands in both lists; as a column to be ticked it belongs to the one that its neighbours belong to.
    const isOutcome = outcomeKey !== null && (kindKey === null || outcome.length > kind.length);
    if (isOutcome) outcome.push({ place: index + 2, key: outcomeKey });
    else if (kindKey) kind.push({ place: index + 2, key: kindKey });
  }
  return { kind, outcome };
}

function meanTicks<Key extends string>(
  line: readonly number[],
  reading: LedgerReading,
  ticks: Ticks<Key>,
): Meaning<Key> {
  const keys = ticks.flatMap(({ place, key }) => (isTick(reading.words[line[place] ?? -1] ?? "") ? [key] : []));
  const [only, ...others] = new Set(keys);
  if (only === undefined) return { is: "none" };
  return others.length > 0 ? { is: "two" } : { is: "key", key: only };
}

type Meanings = { kind: Meaning<string>; outcome: Meaning<string>; received: string; answered: string };

function faultOf({ kind, outcome, received, answered }: Meanings): LedgerRow["fault"] {
  const isExcluded = [kind, outcome].some((meaning) => meaning.is === "key" && meaning.key === EXCLUDED);
  if (isExcluded) return "excluded";
  if (received === "") return "received_missing";
  if (!isDay(received)) return "received_unreadable";
  if (kind.is === "none") return "kind_missing";
  if (kind.is === "two") return "two_kinds";
  if (kind.is === "unmapped") return "kind_unmapped";
  if (outcome.is === "two") return "two_outcomes";
  if (outcome.is === "unmapped") return "outcome_unmapped";
  return answered !== "" && !isDay(answered) ? "answered_unreadable" : null;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function isKind(key: string): key is ApplicantKind {
  return APPLICANT_KINDS.some((kind) => kind === key);
}

/** A column about a longer term says yes by a word, by a tick, or by the day until which it is. */
function isSaidYes(text: string): boolean {
  return isTick(text) || isDay(text) || (/延期|延长|已批准/.test(text) && !/^(?:未|不|无|否)/.test(text.trim()));
}
