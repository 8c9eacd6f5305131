import type { Role } from "@/lib/domain/access";
import type { DomainEvent } from "@/lib/domain/events";
import { dateInShanghai, startOfDayInShanghai } from "@/lib/domain/office-day";
import type { RefusalCode } from "@/lib/domain/refusal";

const DAY_MS = 86_400_000;

/** From when until when a role is held; without `untilAt` until somebody ends it. */
export type RoleTerm = { fromAt: Date; untilAt: Date | null };

/** The term that two days say, each of which may be left out: without a first one it begins at `now`. */
export function termOf(
  { from, until }: { from?: string | undefined; until?: string | undefined },
  now: Date,
): RoleTerm {
  const isToday = from !== undefined && startOfDay(from).getTime() === startOfDayInShanghai(now).getTime();
  return {
    fromAt: from === undefined || isToday ? now : startOfDay(from),
    untilAt: until === undefined ? null : endOfDay(until),
  };
}

/** Why a role cannot be given for this term. */
export function refusalOfTerm({ fromAt, untilAt }: RoleTerm, now: Date): RefusalCode | null {
  if (untilAt === null) return null;
  if (untilAt <= now) return "ends_in_the_past";
  return untilAt <= fromAt ? "ends_before_it_begins" : null;
}

/** True of a role that is held at `now`, and not only later. */
export function isHeld({ fromAt, untilAt }: RoleTerm, now: Date): boolean {
  return fromAt <= now && (untilAt === null || untilAt > now);
}

/** What the history says of a role that was given; a term is told where it is not from now on and without an end. */
export function roleGranted(
  data: { account: string; role: Role },
  { fromAt, untilAt }: RoleTerm,
  now: Date,
): Extract<DomainEvent, { type: "role_granted" }> {
  return {
    type: "role_granted",
    data: {
      ...data,
      ...(fromAt.getTime() === now.getTime() ? {} : { from: fromAt.toISOString() }),
      ...(untilAt === null ? {} : { until: untilAt.toISOString() }),
    },
  };
}

/** 0:00 in Asia/Shanghai of an ISO date. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** 24:00 in Asia/Shanghai of an ISO date: a last day counts whole. */
export function endOfDay(day: string): Date {
  return new Date(startOfDay(day).getTime() + DAY_MS);
}

/** The last day of a role that ends at `untilAt`, as an ISO date in Asia/Shanghai. */
export function lastDayOf(untilAt: Date): string {
  return dateInShanghai(new Date(untilAt.getTime() - 1));
}
