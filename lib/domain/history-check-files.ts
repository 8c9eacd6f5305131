import type { CheckedEvent, HistoryFault } from "@/lib/domain/history-fault";

/** What the history says about files that were taken in, and about the forms of years. */
export type ToldFiles = {
  /** The newest import of each unit's own report, by "unit year". */
  unitReports: ReadonlyMap<string, ToldUnitReport>;
  /** Reports of other bodies that wait for a second person, by "unit year". */
  proposals: ReadonlyMap<string, ToldUnitReport>;
  /** Every upload of a template, in order, and whether the last one is in use. */
  letterheads: readonly { hash: string; fileName: string; by: string; at: Date }[];
  isLetterheadUsed: boolean;
  cycles: ReadonlyMap<string, ToldCycle>;
};

export type ToldUnitReport = { hash: string; title: string; body: string; by: string; at: Date; confirmedBy: string };
/** `formatHash` is not known of years that were opened before it was told. */
export type ToldCycle = { year: number; formatId: string; formatHash: string | null; isOpen: boolean };

/**
 * What events, given in their order, say of units' reports, proposals, templates and years: the newest word on each.
 */
export function tellFiles(events: readonly CheckedEvent[]): ToldFiles {
  const unitReports = new Map<string, ToldUnitReport>();
  const proposals = new Map<string, ToldUnitReport>();
  const letterheads: { hash: string; fileName: string; by: string; at: Date }[] = [];
  let isLetterheadUsed = false;
  const cycles = new Map<string, ToldCycle>();
  for (const { event, organisationId, cycleId, actorName, at } of events) {
    switch (event.type) {
      case "unit_report_imported": {
        const { year, title, hash, body = "", proposedBy, confirmation } = event.data;
        const key = `${organisationId} ${year}`;
        const isConfirmed = confirmation !== undefined;
        if (isConfirmed) proposals.delete(key);
        const by = isConfirmed ? (proposedBy ?? "") : actorName;
        const confirmedBy = isConfirmed ? actorName : "";
        unitReports.set(key, { hash, title, body: isConfirmed ? body : "", by, at, confirmedBy });
        break;
      }
      case "unit_report_proposed": {
        const { year, title, hash, body } = event.data;
        proposals.set(`${organisationId} ${year}`, { hash, title, body, by: actorName, at, confirmedBy: "" });
        break;
      }
      case "unit_report_declined":
      case "unit_report_withdrawn":
        proposals.delete(`${organisationId} ${event.data.year}`);
        break;
      case "letterhead_uploaded":
        letterheads.push({ hash: event.data.hash, fileName: event.data.fileName, by: actorName, at });
        isLetterheadUsed = true;
        break;
      case "letterhead_removed":
        isLetterheadUsed = false;
        break;
      case "cycle_opened": {
        const { year, formatId, formatHash = null } = event.data;
        if (cycleId) cycles.set(cycleId, { year, formatId, formatHash, isOpen: true });
        break;
      }
      case "cycle_closed":
      case "cycle_reopened": {
        const cycle = cycleId ? cycles.get(cycleId) : undefined;
        if (cycle) cycle.isOpen = event.type === "cycle_reopened";
        break;
      }
      default:
        break;
    }
  }
  return { unitReports, proposals, letterheads, isLetterheadUsed, cycles };
}

export type CheckedUnitReport = {
  organisationId: string;
  year: number;
  title: string;
  hash: string;
  /** The hash of what is stored, computed anew. */
  computed: string;
  /** Year and title of the report itself. */
  report: { year: number; title: string };
  body: string;
  by: string;
  at: Date;
  confirmedBy: string;
};

/** Units' own reports, or proposals of them, against what the history tells: none changed, none more, none fewer. */
export function faultOfUnitReports(
  stored: readonly CheckedUnitReport[],
  told: ReadonlyMap<string, ToldUnitReport>,
  table: "unit_reports" | "proposed_unit_reports",
): HistoryFault | null {
  const missing = new Set(told.keys());
  for (const row of stored) {
    const key = `${row.organisationId} ${row.year}`;
    missing.delete(key);
    const filed = told.get(key);
    const isSame =
      filed !== undefined &&
      row.computed === row.hash &&
      row.hash === filed.hash &&
      row.title === filed.title &&
      row.title === row.report.title &&
      row.year === row.report.year &&
      row.body === filed.body &&
      row.by === filed.by &&
      row.confirmedBy === filed.confirmedBy &&
      row.at.getTime() === filed.at.getTime();
    if (!isSame) return { kind: "unit_report_changed", row: `${table} ${key}` };
  }
  const [first] = missing;
  return first === undefined ? null : { kind: "unit_report_missing", row: `${table} ${first}` };
}

export type CheckedLetterhead = {
  id: string;
  fileName: string;
  hash: string;
  computed: string;
  by: string;
  at: Date;
  isRetired: boolean;
};

/** Templates against their uploads; all that were ever used are kept, and the last one is in use unless it was removed. */
export function faultOfLetterheads(stored: readonly CheckedLetterhead[], told: ToldFiles): HistoryFault | null {
  const unmatched = [...told.letterheads];
  const last = told.isLetterheadUsed ? unmatched.at(-1) : undefined;
  for (const row of stored) {
    const index = unmatched.findIndex(
      (upload) =>
        upload.hash === row.hash &&
        upload.fileName === row.fileName &&
        upload.by === row.by &&
        upload.at.getTime() === row.at.getTime(),
    );
    const isLast = index >= 0 && unmatched[index] === last;
    if (index < 0 || row.computed !== row.hash || row.isRetired === isLast) {
      return { kind: "letterhead_changed", row: `letterheads ${row.id}` };
    }
    unmatched.splice(index, 1);
  }
  const [first] = unmatched;
  return first ? { kind: "letterhead_missing", row: `letterheads ${first.hash}` } : null;
}

export type CheckedCycle = {
  id: string;
  year: number;
  state: "open" | "closed";
  formatId: string;
  formatHash: string;
  computed: string;
};

/** Years and the frozen copies of their forms. */
export function faultOfCycles(stored: readonly CheckedCycle[], told: ToldFiles): HistoryFault | null {
  const missing = new Set(told.cycles.keys());
  for (const row of stored) {
    missing.delete(row.id);
    const filed = told.cycles.get(row.id);
    const isSame =
      filed !== undefined &&
      row.computed === row.formatHash &&
      (filed.formatHash === null || row.formatHash === filed.formatHash) &&
      row.formatId === filed.formatId &&
      row.year === filed.year &&
      (row.state === "open") === filed.isOpen;
    if (!isSame) return { kind: "cycle_changed", row: `cycles ${row.id}` };
  }
  const [first] = missing;
  return first === undefined ? null : { kind: "cycle_missing", row: `cycles ${first}` };
}
