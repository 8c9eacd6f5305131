import { foldHead, LEDGER_ROLES, type LedgerRole, rankOfHead } from "@/lib/domain/ledger/ledger-heads";
import type { LedgerReading } from "@/lib/domain/ledger/ledger-reading";
import { readApplicantKind, readOutcome } from "@/lib/domain/ledger/ledger-words";

/** In place of a head: each ticked column stands for what its own head says. */
export const TICKED = "#ticks";

/** The head of the column that each role is read from; empty for none. */
export type LedgerColumns = Readonly<Record<LedgerRole, string>>;

const CONTENT: Readonly<Record<LedgerRole, readonly ("days" | "words")[]>> = {
  received: ["days"],
  answered: ["days"],
  kind: ["words"],
  outcome: ["words"],
  detail: ["words"],
  extended: ["words", "days"],
};

/** The columns that may be chosen for a role, by what they hold. */
export function choicesOf(reading: LedgerReading, role: LedgerRole): string[] {
  const heads = reading.columns.flatMap(({ head, holds }) =>
    holds !== "ticks" && CONTENT[role].includes(holds) ? [head] : [],
  );
  const canTick = (role === "kind" || role === "outcome") && reading.columns.some(({ holds }) => holds === "ticks");
  return canTick ? [TICKED, ...heads] : heads;
}

/** Every role read from a column that can hold it; what was chosen and is not there any more is none. */
export function onlyChoices(reading: LedgerReading, chosen: LedgerColumns): LedgerColumns {
  const columns: Record<string, string> = {};
  for (const role of LEDGER_ROLES) {
    const found = choicesOf(reading, role).find((head) => foldHead(head) === foldHead(chosen[role]));
    columns[role] = chosen[role] === TICKED && choicesOf(reading, role).includes(TICKED) ? TICKED : (found ?? "");
  }
  return filled(columns);
}

/**
 * Which column is which: as the unit chose before, else by what the columns are called, else by what they hold. A column
 * is proposed once.
 */
export function proposeColumns(
  reading: LedgerReading,
  outcomes: readonly string[],
  remembered: LedgerColumns | null,
): LedgerColumns {
  const columns: Record<string, string> = remembered ? { ...onlyChoices(reading, remembered) } : {};
  const taken = new Set(Object.values(columns).filter((head) => head !== ""));
  const take = (role: LedgerRole, head: string | undefined) => {
    if (columns[role] || head === undefined || taken.has(head)) return;
    columns[role] = head;
    taken.add(head);
  };
  for (const role of LEDGER_ROLES) take(role, byHead(reading, role, taken));
  const days = choicesOf(reading, "received").filter((head) => !taken.has(head));
  take("received", days[0]);
  const known = knownShares(reading, new Set(outcomes));
  take("kind", mostKnown(reading, "kind", taken, known.kind));
  if (!columns.kind && isTicked(reading, (head) => readApplicantKind(head) !== null)) columns.kind = TICKED;
  take("outcome", mostKnown(reading, "outcome", taken, known.outcome));
  const ticksOutcome = (head: string) => readOutcome(head, new Set(outcomes)).is === "outcome";
  if (!columns.outcome && isTicked(reading, ticksOutcome)) columns.outcome = TICKED;
  take("answered", days[1]);
  return filled(columns);
}

function byHead(reading: LedgerReading, role: LedgerRole, taken: ReadonlySet<string>): string | undefined {
  return choicesOf(reading, role)
    .flatMap((head, place) => {
      const rank = head === TICKED || taken.has(head) ? null : rankOfHead(role, head);
      return rank === null ? [] : [{ head, rank, place }];
    })
    .toSorted((left, right) => left.rank - right.rank || left.place - right.place)[0]?.head;
}

/** How many different words of each column are known, as kinds and as outcomes. */
function knownShares(reading: LedgerReading, outcomes: ReadonlySet<string>) {
  const shares = { kind: new Map<string, number>(), outcome: new Map<string, number>() };
  for (const [place, { head, holds }] of reading.columns.entries()) {
    if (holds !== "words") continue;
    const words = [...new Set(reading.lines.map((line) => line[place + 2] ?? -1))].flatMap(
      (at) => reading.words[at] ?? [],
    );
    if (words.length === 0) continue;
    const kinds = words.filter((word) => readApplicantKind(word) !== null).length;
    const results = words.filter((word) => readOutcome(word, outcomes).is !== "unknown").length;
    shares.kind.set(head, kinds / words.length);
    shares.outcome.set(head, results / words.length);
  }
  return shares;
}

function mostKnown(
  reading: LedgerReading,
  role: LedgerRole,
  taken: ReadonlySet<string>,
  shares: ReadonlyMap<string, number>,
): string | undefined {
  const [best] = choicesOf(reading, role)
    .filter((head) => !taken.has(head) && (shares.get(head) ?? 0) >= 0.5)
    .toSorted((left, right) => (shares.get(right) ?? 0) - (shares.get(left) ?? 0));
  return best;
}

function isTicked(reading: LedgerReading, means: (head: string) => boolean): boolean {
  return reading.columns.some(({ head, holds }) => holds === "ticks" && means(head));
}

function filled(columns: Readonly<Record<string, string>>): LedgerColumns {
  const { received = "", kind = "", outcome = "", detail = "", answered = "", extended = "" } = columns;
  return { received, kind, outcome, detail, answered, extended };
}
