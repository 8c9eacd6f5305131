/** From signing in on, whatever is done: a working day and a bit. */
const LONGEST_HOURS = 12;
/** Without a request. */
export const IDLE_HOURS = 2;
/** How exactly it is noted that somebody was there. */
const NOTED_SECONDS = 60;
/** How long a session that is over can still be looked at in the database. */
const KEPT_DAYS = 30;

const HOUR_MS = 3_600_000;

/** The limits of a session, seen from now. */
export function sessionLimits(now: Date): {
  endsAt: Date;
  /** A session that was last used before is over. */
  idleSince: Date;
  /** A use before is noted anew. */
  notedSince: Date;
  keptSince: Date;
} {
  const ago = (ms: number) => new Date(now.getTime() - ms);
  return {
    endsAt: new Date(now.getTime() + LONGEST_HOURS * HOUR_MS),
    idleSince: ago(IDLE_HOURS * HOUR_MS),
    notedSince: ago(NOTED_SECONDS * 1000),
    keptSince: ago(KEPT_DAYS * 24 * HOUR_MS),
  };
}

/** In seconds, for the cookie, which need not outlive the session. */
export const LONGEST_SESSION_SECONDS = LONGEST_HOURS * 3_600;

const BROWSERS = [
  ["Edge", /\bEdg/],
  ["Firefox", /\bFirefox\//],
  ["Chrome", /\bChrom(?:e|ium)\//],
  ["Safari", /\bSafari\//],
] as const;

const SYSTEMS = [
  ["Windows", /Windows/],
  ["Android", /Android/],
  ["iOS", /iPhone|iPad/],
  ["macOS", /Mac OS X/],
  ["Linux", /Linux|X11/],
] as const;

export type Device = {
  browser: (typeof BROWSERS)[number][0] | null;
  system: (typeof SYSTEMS)[number][0] | null;
};

/** What a browser says it is, so that people know their own devices. Many claim to be others: the first match counts. */
export function deviceOfUserAgent(userAgent: string): Device {
  const browser = BROWSERS.find(([, pattern]) => pattern.test(userAgent));
  const system = SYSTEMS.find(([, pattern]) => pattern.test(userAgent));
  return { browser: browser?.[0] ?? null, system: system?.[0] ?? null };
}

export type OpenSession = { id: string; startedAt: Date; seenAt: Date; source: string; userAgent: string };
