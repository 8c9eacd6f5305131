import { inspect, stripVTControlCharacters } from "node:util";
import { requestScope } from "./request-scope.ts";

export type Level = "info" | "warn" | "error";
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export type LogFormat = "text" | "json";

const FORMAT: unique symbol = Symbol.for("nianbao.log-format");
/** One for the process, whichever copy of this file is asked. */
const shared: typeof globalThis & { [FORMAT]?: LogFormat } = globalThis;

export function setLogFormat(format: LogFormat): void {
  shared[FORMAT] = format;
}

export function logFormat(): LogFormat {
  return shared[FORMAT] ?? "text";
}

/**
 * One line in the log: as JSON, or to be read, as `NIANBAO_LOG` says. Nothing personal belongs in it: ids and codes, no
 * names, texts or figures.
 */
export function log(level: Level, message: string, fields: LogFields = {}, error?: unknown): void {
  process.stdout.write(`${lineOf({ level, message, fields, error, time: new Date() })}\n`);
}

type Entry = { time: Date; level: Level; message: string; fields: LogFields; error?: unknown };

export function lineOf({ time, level, message, fields, error }: Entry): string {
  const allFields = { ...idOf(requestScope().getStore()), ...fields, ...numberOf(error) };
  if (logFormat() === "json") {
    const of = error === undefined ? {} : { error: plainError(error) };
    return JSON.stringify({ time: time.toISOString(), level, pid: process.pid, message, ...allFields, ...of });
  }
  const pairs = Object.entries(allFields).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${name}=${value}`],
  );
  return `${time.toISOString()} ${level} ${message}${pairs.join("")}${error === undefined ? "" : `\n${textOf(error)}`}`;
}

/** Where an error comes from; what libraries hang on it, whole connections for some, is left out. */
function textOf(error: unknown): string {
  const { name, message, code, stack, cause } = plainError(error);
  const description = typeof stack === "string" ? stack : `${name ?? "Error"}: ${message}`;
  return `${description}${code === undefined ? "" : ` [${code}]`}${cause === undefined ? "" : `\ncaused by ${textOf(cause)}`}`;
}

function idOf(scope: { id: string } | undefined): LogFields {
  return scope ? { request: scope.id } : {};
}

/** The digest of an error that its page shows. */
function numberOf(error: unknown): LogFields {
  const digest: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "digest") : undefined;
  return typeof digest === "string" ? { fault: digest } : {};
}

type PlainError = { name?: string; message: string; code?: string; stack?: string; cause?: PlainError };

function plainError(error: unknown): PlainError {
  if (typeof error !== "object" || error === null || !("message" in error)) return { message: inspect(error) };
  const of = (name: string): string | undefined => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? value : undefined;
  };
  const plain: PlainError = { message: of("message") ?? "" };
  for (const name of ["name", "code", "stack"] as const) {
    const value = of(name);
    if (value !== undefined) plain[name] = value;
  }
  const cause: unknown = Reflect.get(error, "cause");
  // Libraries hang answers and parameters on their errors, which may hold codes and claims: only a further error is told.
  if (typeof cause === "object" && cause !== null && "message" in cause) plain.cause = plainError(cause);
  return plain;
}

/** Sends what libraries such as Next write to the console to the log, with the request id. */
export function takeOverConsole(): void {
  const take = (level: Level) => {
    return (...values: unknown[]): void => {
      const error = values.find((value) => value instanceof Error);
      const rest = values
        .filter((value) => value !== error)
        .map((value) => (typeof value === "string" ? value : inspect(value)));
      const text = stripVTControlCharacters(rest.join(" ")).trim();
      log(level, text || (error instanceof Error ? error.message : ""), {}, error);
    };
  };
  console.log = take("info");
  console.info = take("info");
  console.warn = take("warn");
  console.error = take("error");
}
