import { createHash } from "node:crypto";
import { DrizzleQueryError } from "drizzle-orm";
import { outageOf } from "@/lib/domain/outage";

/**
 * A statement that failed, without its text and its values: those may hold names, figures and texts of people, and what
 * an error says ends in the log. `code` is PostgreSQL's SQL state; `fingerprint` is the same for the same statement.
 */
export class FailedStatement extends Error {
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly fingerprint: string;
  /** Travels to the page in place of the error: which outage it is. Next gives other errors a number of their own. */
  readonly digest?: string;

  constructor(failed: DrizzleQueryError) {
    const { code, constraint } = stateOf(failed.cause);
    const fingerprint = createHash("sha256").update(failed.query).digest("hex").slice(0, 12);
    const of = constraint === undefined ? "" : `, constraint ${constraint}`;
    super(`Statement ${fingerprint} failed: ${code === undefined ? nameOf(failed.cause) : `SQL state ${code}`}${of}`, {
      cause: { code, constraint },
    });
    this.name = "FailedStatement";
    this.code = code;
    this.constraint = constraint;
    this.fingerprint = fingerprint;
    const outage = outageOf(code ?? null);
    if (outage) this.digest = outage;
  }
}

/** Any error as it may be logged: a failed statement loses its text, its values and what PostgreSQL quoted of them. */
export function withoutStatement(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? new FailedStatement(error) : error;
}

function stateOf(cause: unknown): { code: string | undefined; constraint: string | undefined } {
  const of = (name: string): string | undefined => {
    const value: unknown = typeof cause === "object" && cause !== null ? Reflect.get(cause, name) : undefined;
    return typeof value === "string" ? value : undefined;
  };
  return { code: of("code"), constraint: of("constraint") };
}

/** What a lost connection or a bug is called; its message may quote what was sent. */
function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : "no reason given";
}
