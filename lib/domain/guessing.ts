/**
 * How fast somebody may try to prove who they are. Some tries are free; each one after that must wait twice as long as
 * the one before, up to a longest wait. Nothing is ever closed: whoever waits may try again.
 */
export type Pace = {
  freeFailures: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
  /** Without a failure for so long the count begins anew. */
  forgetSeconds: number;
};

/** The kind of credential that is checked. */
export const GUESSED_AT = ["password", "code", "current_password", "second_factor"] as const;
export type GuessedAt = (typeof GUESSED_AT)[number];

export const COUNTERS = ["device", "source", "spray", "crowd"] as const;

/** Whoever asks: the address they come from, and the device where this account signed in before. */
export type Origin = { source: string; deviceId: string | null };

/** Failures at one account from one source. */
const OF_SOURCE: Pace = { freeFailures: 5, firstWaitSeconds: 15, longestWaitSeconds: 900, forgetSeconds: 3_600 };
/** Accounts that one source failed at: more than an office's clerks mistype, fewer than a list of accounts has. */
const OF_SPRAY: Pace = { freeFailures: 10, firstWaitSeconds: 30, longestWaitSeconds: 900, forgetSeconds: 3_600 };
/** Failures at one account from everywhere: a crowd of sources is slowed together. */
const OF_CROWD: Pace = { freeFailures: 100, firstWaitSeconds: 5, longestWaitSeconds: 30, forgetSeconds: 3_600 };
/** Failures at one account on a device where it signed in before. */
const OF_DEVICE: Pace = { freeFailures: 5, firstWaitSeconds: 5, longestWaitSeconds: 60, forgetSeconds: 3_600 };

export type Counter = {
  name: (typeof COUNTERS)[number];
  key: string;
  pace: Pace;
  /** Counts an account once, at its first failure; further ones only have to wait with it. */
  countsAccounts: boolean;
};

/**
 * What a try is counted against. A device that the account's owner signed in on counts apart from everything else, so
 * that nobody elsewhere can slow its owner down; a code counts apart from the password that it stands in for.
 */
export function countersOf(attempt: { what: GuessedAt; account: string; origin: Origin }): readonly Counter[] {
  const { what, origin } = attempt;
  const account = attempt.account.toLowerCase();
  const counter = (name: Counter["name"], pace: Pace, of: readonly string[]): Counter => ({
    name,
    key: [name, what, ...of].join("\n"),
    pace,
    countsAccounts: name === "spray",
  });
  if (origin.deviceId !== null) return [counter("device", OF_DEVICE, [account, origin.deviceId])];
  const source = sourceOfAddress(origin.source);
  return [
    counter("source", OF_SOURCE, [account, source]),
    counter("spray", OF_SPRAY, [source]),
    counter("crowd", OF_CROWD, [account]),
  ];
}

/** Seconds until the next try, by how many have failed: entry n follows failure n + 1, the last one all further. */
export function waitsOf(pace: Pace): number[] {
  const waits = Array.from({ length: pace.freeFailures - 1 }, () => 0);
  for (let wait = pace.firstWaitSeconds; wait < pace.longestWaitSeconds; wait *= 2) waits.push(wait);
  return [...waits, pace.longestWaitSeconds];
}

/** True at the failure from which on tries must wait: the one that is recorded in the history. */
export function beginsToWait(pace: Pace, failures: number): boolean {
  return failures === pace.freeFailures;
}

/** One subscriber has a whole block of IPv6 addresses: the first half of an address says who it is. */
export function sourceOfAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail ? tail.split(":") : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: missing }, () => "0"), ...last];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":");
}
