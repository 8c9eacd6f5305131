import { Refusal, type RefusalCode } from "@/lib/domain/refusal";

export const OUTAGE_CODES = [
  "storage_full",
  "storage_read_only",
  "database_busy",
] as const satisfies readonly RefusalCode[];
export type OutageCode = (typeof OUTAGE_CODES)[number];

/** The SQL states of an outage, with the refusal that people see. */
const OUTAGES: Readonly<Record<string, OutageCode>> = {
  // disk_full
  "53100": "storage_full",
  // read_only_sql_transaction: a standby, or a server that was set so
  "25006": "storage_read_only",
  // out_of_memory, too_many_connections, statement_timeout, lock_timeout
  "53200": "database_busy",
  "53300": "database_busy",
  "57014": "database_busy",
  "55P03": "database_busy",
};

/** True for refusals that pass by themselves or when an administrator has mended their cause. */
export function isOutage(code: string): code is OutageCode {
  return OUTAGE_CODES.some((outage) => outage === code);
}

/** What a SQL state means for people; null where it is a bug or a lost connection. */
export function outageOf(sqlState: string | null): OutageCode | null {
  return OUTAGES[sqlState ?? ""] ?? null;
}

/** The SQL state of a database's error, however deeply it is wrapped; null when it is none. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code)) return error.code;
  return sqlStateOf(error.cause);
}

/** The refusal for an error of the database; null for a bug or a lost connection. */
export function refusalOfOutage(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const code = outageOf(sqlStateOf(error));
  return code ? new Refusal(code) : null;
}

/** The error codes of a connection that is lost or cannot be made. */
const LOST = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
];
/** The driver's messages for one, which have no code. */
const LOST_WORDS =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|connection error and is not queryable/i;
/** The server stops, starts, or refuses connections: SQL states of class 08, and of 57 those of a shutdown. */
const AWAY_STATE = /^(?:08|57P0)/;

/** Whether the database was unavailable: the request itself is right and can be retried. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const code: unknown = Reflect.get(error, "code");
  if (typeof code === "string" && (LOST.includes(code) || AWAY_STATE.test(code) || code in OUTAGES)) return true;
  return LOST_WORDS.test(String(Reflect.get(error, "message"))) || isDatabaseAway(Reflect.get(error, "cause"));
}
