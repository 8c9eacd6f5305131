import { EVENT_KINDS } from "@/lib/domain/events/event-rows";
import type { HistoryQuestion } from "@/lib/services/load-history";
import { isId } from "@/lib/web/current-cycle";

export type HistoryQuery = Readonly<Record<string, string | string[] | undefined>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** What is looked for, as the address says it; what makes no sense there is left out. */
export function readHistorySearchParams(query: HistoryQuery): HistoryQuestion {
  const text = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const id = (name: string) => (isId(text(name)) ? text(name) : null);
  const kinds = [query.kind ?? []].flat();
  const before = text("before");
  const to = dayOf(text("to"));
  return {
    organisationId: id("unit"),
    actorId: id("person"),
    submissionId: id("submission"),
    kinds: EVENT_KINDS.filter((kind) => kinds.includes(kind)),
    from: dayOf(text("from")),
    to: to ? new Date(to.getTime() + DAY_MS - 1) : null,
    beforeId: /^\d{1,15}$/.test(before) ? Number(before) : null,
  };
}

/** The beginning of a day of the office's calendar. */
function dayOf(text: string): Date | null {
  const moment = DAY.test(text) ? new Date(`${text}T00:00:00+08:00`) : null;
  return moment && !Number.isNaN(moment.getTime()) ? moment : null;
}

/** The same question as an address; what `change` names is put in its place, or left out where it is null. */
export function hrefOfHistory(path: string, query: HistoryQuery, change: Record<string, string | null> = {}): string {
  const params = new URLSearchParams();
  for (const name of ["unit", "person", "submission", "from", "to", "before"]) {
    const value = name in change ? change[name] : query[name];
    if (typeof value === "string" && value !== "") params.set(name, value);
  }
  for (const kind of [query.kind ?? []].flat()) params.append("kind", kind);
  if (change.verify) params.set("verify", change.verify);
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}
