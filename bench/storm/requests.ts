import { randomUUID } from "node:crypto";
import { DIRECT_CALL_PREFIX, type DirectCallName } from "@/lib/domain/direct-call";
import type { SectionId } from "@/lib/domain/format";
import { idOf } from "@/scripts/testing/app-client";
import { figuresOf } from "../large-district";
import type { Clerk } from "./district";
import type { Load, Sent } from "./load";

const PACKED = { "accept-encoding": "gzip" };

/** Opens an address as a browser's address line does. */
export function page(path: string, cookie = ""): Sent {
  return { method: "GET", path, headers: { ...PACKED, accept: "text/html,*/*", ...(cookie ? { cookie } : {}) } };
}

/** Calls an action that takes an object. */
export function call(origin: string, action: string, path: string, cookie: string, input: unknown): Sent {
  const headers = { ...actionHeaders(origin, action, cookie), "content-type": "text/plain;charset=UTF-8" };
  return { method: "POST", path, headers, body: JSON.stringify([input]) };
}

/** Calls the app directly, as the script of a section's page does. */
function callDirectly(origin: string, name: DirectCallName, cookie: string, input: unknown): Sent {
  const headers = { ...PACKED, origin, accept: "application/json", "content-type": "application/json", cookie };
  return { method: "POST", path: `${DIRECT_CALL_PREFIX}${name}`, headers, body: JSON.stringify(input) };
}

/** Sends the fields of a form to its action. */
export function form(
  origin: string,
  action: string,
  path: string,
  cookie: string,
  fields: Readonly<Record<string, string>>,
): Sent {
  const boundary = "----nianbao-bench";
  const parts = [
    ...Object.entries(fields).map(([name, value]) => [`_1_${name}`, value]),
    ["0", '[{"status":"idle"},"$K1"]'],
  ].map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return {
    method: "POST",
    path,
    headers: {
      ...actionHeaders(origin, action, cookie),
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    body: `${parts.join("")}--${boundary}--\r\n`,
  };
}

function actionHeaders(origin: string, action: string, cookie: string): Record<string, string> {
  return { ...PACKED, origin, accept: "text/x-component", "next-action": idOf(action), ...(cookie ? { cookie } : {}) };
}

/** Values that no cell of a fresh section holds yet: each call writes other cells or other values. */
export function saveCells(origin: string, clerk: Clerk, cellKeys: readonly string[], round: number): Sent {
  const valueIn = (number: number) => (number < 0 ? null : String(number % 10));
  const changes = cellKeys.map((cellKey) => ({ cellKey, seen: valueIn(round - 1), value: valueIn(round) }));
  const input = { requestId: randomUUID(), submissionId: clerk.requestsId, changes };
  return callDirectly(origin, "save-figures", clerk.cookie, input);
}

export function submit(origin: string, { cookie, litigation }: Clerk): Sent {
  return callDirectly(origin, "submit", cookie, {
    requestId: randomUUID(),
    submissionId: litigation.id,
    expectedRevision: litigation.revision,
  });
}

/** A reviewer's decision on a section that was submitted once. */
export function decide(
  origin: string,
  action: "approveAction" | "returnAction",
  { litigation }: Clerk,
  cookie: string,
): Sent {
  return form(origin, action, `/review/${litigation.id}`, cookie, {
    requestId: randomUUID(),
    submissionId: litigation.id,
    expectedRevision: String(litigation.revision + 1),
    ...(action === "returnAction" ? { reason: "请核对" } : {}),
  });
}

export const cellsOf = (sectionId: SectionId): string[] => figuresOf(sectionId).map(({ key }) => key);

type Done = Load["isDone"];

export const isShown: Done = (status) => status === 200;
export const isAbsent: Done = (status) => status === 404;
/** An action that leads to another page answers with the way there. */
export const isLed: Done = (status) => status === 200 || status === 303;
export const isCarriedOut: Done = (status, body) =>
  status === 200 && body().includes('"status":"done"') && !body().includes('"conflicts":[{');
