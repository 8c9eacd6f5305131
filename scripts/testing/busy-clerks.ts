import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { isOutage } from "@/lib/domain/outage";
import { type Answer, type AppClient, NoAnswer, signInAt } from "./app-client";

/** What clerks were told was done: a list that nothing may take back. */
export type Acknowledged = {
  saves: { submissionId: string; cellKey: string; value: string }[];
  /** Submits and withdrawals by their request id. */
  moves: { submissionId: string; requestId: string; kind: "submit" | "withdraw" }[];
  /** Answers that no clerk should ever have got. */
  strange: string[];
};

export type BusyClerks = {
  acknowledged: Acknowledged;
  /** Requests that were not answered as they should be, by what came instead. */
  failed: ReadonlyMap<string, number>;
  /** How much was acknowledged so far. */
  progress: () => number;
  /** How many milliseconds the slowest answer took since this was asked last. */
  takeSlowest: () => number;
  finish: () => Promise<void>;
};

const CLERKS = ["综合行政执法局填报人", "公共资源交易中心填报人", "司法办公室填报人"];
const SECTION = "行政复议、行政诉讼";
const CELLS = ["litigation.review.upheld", "litigation.review.corrected", "litigation.direct.upheld"];
const RETRY_MS = 40;

/** What the clerks of one run share. */
type Run = {
  acknowledged: Acknowledged;
  failed: Map<string, number>;
  isOver: boolean;
  slowestMs: number;
  lastValue: number;
};

/**
 * Sets clerks of three units to work on a running app: in each section some type figures, one cell each, and one
 * submits and takes back. A request that gets no answer is sent again under its id until it has one, as the page does.
 */
export async function setClerksToWork(origin: string, password: string): Promise<BusyClerks> {
  const acknowledged: Acknowledged = { saves: [], moves: [], strange: [] };
  const run: Run = { acknowledged, failed: new Map(), isOver: false, slowestMs: 0, lastValue: 0 };
  const pending: Promise<void>[] = [];
  for (const account of CLERKS) {
    const client = await signInAt(origin, account, password);
    const submissionId = await beginSection(run, client, account);
    pending.push(...CELLS.map((cellKey) => typeFigures(run, client, submissionId, cellKey)));
    pending.push(submitAndWithdraw(run, client, submissionId));
  }
  return {
    acknowledged,
    failed: run.failed,
    progress: () => acknowledged.saves.length + acknowledged.moves.length,
    takeSlowest: () => {
      const taken = run.slowestMs;
      run.slowestMs = 0;
      return taken;
    },
    finish: async () => {
      run.isOver = true;
      await Promise.all(pending);
    },
  };
}

/** Fills a clerk's section with zeros and gives its id. */
async function beginSection(run: Run, client: AppClient, account: string): Promise<string> {
  const submissionId = await findSection(client);
  const page = `/desk/${submissionId}`;
  const expectedRevision = (await readRevision(run, client, page)) ?? "";
  const fields = { requestId: randomUUID(), submissionId, expectedRevision, step: "nil" };
  const nil = await client.send("fillSectionAction", page, fields);
  if (nil.status !== "done") throw new Error(`${account} could not begin: ${nil.message}`);
  return submissionId;
}

/** Saves one number after another in a cell, each over the one saved before, until the run is over. */
async function typeFigures(run: Run, client: AppClient, submissionId: string, cellKey: string): Promise<void> {
  const { acknowledged } = run;
  let seen: string | null = "0";
  while (!run.isOver) {
    run.lastValue += 1;
    const value = String(run.lastValue);
    const input = { requestId: randomUUID(), submissionId, changes: [{ cellKey, seen, value }] };
    const answer = await sendUntilAnswered(run, "save", () => client.callDirectly("save-figures", input));
    if (answer.status !== "done") {
      // Submitted meanwhile: nothing is taken until it is taken back.
      await sleep(RETRY_MS);
    } else if (JSON.stringify(answer.result).includes(`"conflicts":[]`)) {
      acknowledged.saves.push({ submissionId, cellKey, value });
      seen = value;
    } else {
      acknowledged.strange.push(`${cellKey} held something else than ${seen}: ${JSON.stringify(answer.result)}`);
    }
  }
}

/** Submits a section and takes it back in turns, until the run is over. */
async function submitAndWithdraw(run: Run, client: AppClient, submissionId: string): Promise<void> {
  const page = `/desk/${submissionId}`;
  let kind: "submit" | "withdraw" = "submit";
  while (!run.isOver) {
    await sleep(RETRY_MS * 4);
    const expectedRevision = await readRevision(run, client, page);
    if (expectedRevision === null) continue;
    const requestId = randomUUID();
    const fields = { requestId, submissionId, expectedRevision };
    const answer = await sendUntilAnswered(run, kind, () =>
      kind === "submit" ? client.callDirectly("submit", fields) : client.send("withdrawSubmissionAction", page, fields),
    );
    if (answer.status === "done") run.acknowledged.moves.push({ submissionId, requestId, kind });
    else run.acknowledged.strange.push(`${kind}: ${answer.message}`);
    kind = kind === "submit" ? "withdraw" : "submit";
  }
}

/** Sends a request under its id until it is carried out or refused for a reason that does not pass by itself. */
async function sendUntilAnswered(run: Run, name: string, send: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await timed(run, send()).catch((error: unknown) => noteFailure(run, name, describeFailure(error)));
    if (answer?.status === "invalid" || answer?.status === "signed_out") run.acknowledged.strange.push(answer.status);
    if (answer && !isOutage(answer.code ?? "")) return answer;
    if (answer) noteFailure(run, name, answer.message ?? "refused");
    await sleep(RETRY_MS);
  }
}

async function readRevision(run: Run, client: AppClient, page: string): Promise<string | null> {
  const noted = (error: unknown): null => noteFailure(run, "page", describeFailure(error));
  const answer = await timed(run, client.get(page)).catch(noted);
  const text = answer ? await answer.text().catch(noted) : null;
  if (!answer || text === null) return null;
  if (answer.status === 200) return text.match(/name="expectedRevision" value="(\d+)"/)?.[1] ?? null;
  return noteFailure(run, "page", `${answer.status} ${text.match(/<title>(.*?)<\/title>/)?.[1] ?? ""}`.trim());
}

function timed<Result>(run: Run, request: Promise<Result>): Promise<Result> {
  const sentAt = performance.now();
  return request.finally(() => {
    run.slowestMs = Math.max(run.slowestMs, performance.now() - sentAt);
  });
}

function noteFailure({ failed }: Run, request: string, failure: string): null {
  const line = `${request}: ${failure}`;
  failed.set(line, (failed.get(line) ?? 0) + 1);
  return null;
}

async function findSection(client: AppClient): Promise<string> {
  const page = await (await client.get("/desk")).text();
  const ids = [...new Set([...page.matchAll(/\/desk\/([0-9a-f-]{36})/g)].map((match) => match[1] ?? ""))];
  for (const id of ids) {
    const heading = (await (await client.get(`/desk/${id}`)).text()).match(/<h1.*?<\/h1>/)?.[0] ?? "";
    if (heading.includes(SECTION)) return id;
  }
  throw new Error("the clerk has no section of that kind");
}

function describeFailure(error: unknown): string {
  if (error instanceof NoAnswer) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer within two minutes";
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return "code" in cause ? String(cause.code) : cause.message;
}
