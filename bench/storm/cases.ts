import { RENDER_FORMATS } from "@/lib/render/render-format";
import type { Clerk, StormDistrict } from "./district";
import type { Load } from "./load";
import * as requests from "./requests";

/** A way to ask, with how often and by how many at once, or at which rate. */
export type Case = { name: string } & Omit<Load, "origin"> &
  ({ count: number; clients: number } | { perSecond: number; seconds: number });

/** A section that is not there. */
const NOTHING = "00000000-0000-0000-0000-000000000000";
const FEW = 50;
const MANY = 500;

/** The clerks of the first districts type; those of the others submit. */
const TYPING_DISTRICTS = 10;
export const STORM_DISTRICTS = 14;

/** The floors: an address, a page and an action of the same app with nothing in them. */
export function listFloors(origin: string): Case[] {
  return [
    {
      ...opened("address with nothing behind it", () => "/api/health/live"),
      ...closed(400),
    },
    { ...opened("empty page", () => "/no-such-page"), ...closed(150), isDone: requests.isAbsent },
    {
      name: "empty action",
      ...closed(300),
      next: () => requests.call(origin, "readPastedTableAction", `/desk/${NOTHING}`, "", {}),
      isDone: (status, body) => status === 200 && body().includes("signed_out"),
    },
  ];
}

/** What is looked at; `report` is the address of a published one. */
export function listPages(districts: readonly StormDistrict[], report: string): Case[] {
  const clerks = typing(districts);
  const clerk = (index: number) => take(clerks, index);
  const reviewer = (index: number) => take(districts, index).reviewerCookie;
  const section = (name: string) =>
    opened(
      name,
      (index) => `/desk/${clerk(index).requestsId}`,
      (index) => clerk(index).cookie,
    );
  return [
    {
      ...opened(
        "desk",
        () => "/desk",
        (index) => clerk(index).cookie,
      ),
      ...closed(100),
    },
    { ...section("section"), ...closed(100) },
    { ...section("section"), perSecond: 10, seconds: 5 },
    { ...opened("overview", () => "/review", reviewer), ...closed(50) },
    { ...opened("queue", () => "/review/queue", reviewer), ...closed(50) },
    { ...opened("public report", () => report), ...closed(100) },
  ];
}

/** What is written, in the order in which it can be: what was submitted is approved or returned. */
export function listWrites(origin: string, districts: readonly StormDistrict[]): Case[] {
  const cells = requests.cellsOf("requests");
  const [one, rest] = [cells.slice(0, 1), cells.slice(1)];
  const saving = saver(origin, typing(districts));
  const sending = districts
    .slice(TYPING_DISTRICTS)
    .flatMap(({ clerks, reviewerCookie }) => clerks.map((clerk) => ({ ...clerk, reviewerCookie })));
  const [toSubmit, toShow, toDecide] = [sending.values(), sending.values(), sending.values()];
  const submit = {
    name: "submit",
    next: () => taken(toSubmit.next().value, (clerk) => requests.submit(origin, clerk)),
    isDone: requests.isCarriedOut,
  };
  const decide = (name: string, action: "approveAction" | "returnAction") => ({
    name,
    next: () => taken(toDecide.next().value, (clerk) => requests.decide(origin, action, clerk, clerk.reviewerCookie)),
    isDone: requests.isLed,
  });
  return [
    { name: "save of one cell", ...saving(one), ...closed(200) },
    { name: "save of one cell", ...saving(one), ...closed(500, MANY) },
    { name: "save of one cell", ...saving(one), perSecond: 20, seconds: 5 },
    { name: `paste of ${rest.length} cells`, ...saving(rest), ...closed(100) },
    { ...submit, ...closed(150) },
    { ...submit, perSecond: 10, seconds: 5 },
    {
      name: "section as it was submitted",
      next: () =>
        taken(toShow.next().value, ({ cookie, litigation }) => requests.page(`/desk/${litigation.id}`, cookie)),
      isDone: requests.isShown,
      ...closed(100),
    },
    { ...decide("approve", "approveAction"), ...closed(FEW) },
    { ...decide("return", "returnAction"), ...closed(FEW) },
  ];
}

/** The day's work in one district: pages are looked at, cells saved, sections submitted. */
export function listDistrictCases(origin: string, district: StormDistrict, clients: number): Case[] {
  const { clerks, cycleId, reviewerCookie } = district;
  const toSubmit = clerks.values();
  const saving = saver(origin, clerks);
  const reviewer = () => reviewerCookie;
  return [
    ...[false, true].map((isCounted) => ({
      ...opened(isCounted ? "public list" : "public list, warming up", () => "/reports"),
      ...closed(isCounted ? 40 : 10, clients),
    })),
    {
      ...opened(
        "desk",
        () => "/desk",
        (index) => take(clerks, index).cookie,
      ),
      ...closed(60, clients),
    },
    { ...opened("overview", () => "/review", reviewer), ...closed(40, clients) },
    { ...opened("roll-up", () => `/report/${cycleId}`, reviewer), ...closed(40, clients) },
    { name: "save of one cell", ...saving(requests.cellsOf("requests").slice(0, 1)), ...closed(200, clients) },
    {
      name: "submit",
      ...closed(clerks.length, clients),
      next: () => taken(toSubmit.next().value, (clerk) => requests.submit(origin, clerk)),
      isDone: requests.isCarriedOut,
    },
  ];
}

/** Each file of a published report; what is written once is kept by nobody. */
export function listDownloads(report: string): Case[] {
  return RENDER_FORMATS.map((format) => ({
    ...opened(`download ${format}`, () => `${report}/download/${format}`),
    ...closed(6, 2),
  }));
}

const closed = (count: number, clients = FEW) => ({ count, clients });

function opened(name: string, path: (index: number) => string, cookie?: (index: number) => string) {
  return {
    name,
    next: (index: number) => requests.page(path(index), cookie?.(index)),
    isDone: requests.isShown,
  };
}

/** Each clerk writes other values over those of their last time, so that every save changes something. */
function saver(origin: string, clerks: readonly Clerk[]) {
  const rounds = new Map<string, number>();
  return (cellKeys: readonly string[]) => ({
    next(index: number) {
      const clerk = take(clerks, index);
      const name = `${clerk.requestsId} ${cellKeys[0]}`;
      const round = rounds.get(name) ?? 0;
      rounds.set(name, round + 1);
      return requests.saveCells(origin, clerk, cellKeys, round);
    },
    isDone: requests.isCarriedOut,
  });
}

function typing(districts: readonly StormDistrict[]): Clerk[] {
  return districts.slice(0, TYPING_DISTRICTS).flatMap(({ clerks }) => clerks);
}

function take<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("nobody is there to ask");
  return item;
}

function taken<Item, Result>(item: Item | undefined, make: (item: Item) => Result): Result | null {
  return item === undefined ? null : make(item);
}
