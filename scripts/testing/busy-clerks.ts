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

/**
 * Sets clerks of three units to work on a running app: in each section some type figures, one cell each, and one
 * submits and takes back. A request that gets no answer is sent again under its id until it has one, as the page does.
 */
export async function setClerksToWork(origin: string, password: string): Promise<BusyClerks> {
  const acknowledged: Acknowledged = { saves: [], moves: [], strange: [] };
  let isOver = false;
  let lastValue = 0;
  const nextValue = (): string => {
    lastValue += 1;
    return String(lastValue);
  };

  const failed = new Map<string, number>();
  let slowest = 0;
  const timed = async <Result>(work: Promise<Result>): Promise<Result> => {
    const askedAt = performance.now();
    return work.finally(() => {
      slowest = Math.max(slowest, performance.now() - askedAt);
    });
  };
  const noteFailure = (what: string, how: string): null => {
    const line = `${what}: ${how}`;
    failed.set(line, (failed.get(line) ?? 0) + 1);
    return null;
  };

  /** Sends a request under its id until it is carried out or refused for a reason that does not pass by itself. */
  const answerOf = async (what: string, ask: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      const answer = await timed(ask()).catch((error: unknown) => noteFailure(what, describeFailure(error)));
      if (answer?.status === "invalid" || answer?.status === "signed_out") acknowledged.strange.push(answer.status);
      if (answer && !isOutage(answer.code ?? "")) return answer;
      if (answer) noteFailure(what, answer.message ?? "refused");
      await sleep(RETRY_MS);
    }
  };

  const readRevision = async (client: AppClient, page: string): Promise<string | null> => {
    const answer = await timed(client.get(page)).catch((error: unknown) => noteFailure("page", describeFailure(error)));
    if (!answer) return null;
    const text = await answer.text().catch((error: unknown) => noteFailure("page", describeFailure(error)));
    if (text === null) return null;
    if (answer.status === 200) return text.match(/name="expectedRevision" value="(\d+)"/)?.[1] ?? null;
    return noteFailure("page", `${answer.status} ${text.match(/<title>(.*?)<\/title>/)?.[1] ?? ""}`.trim());
  };

  const type = async (client: AppClient, submissionId: string, cellKey: string): Promise<void> => {
    let seen: string | null = "0";
    while (!isOver) {
      const value = nextValue();
      const input = { requestId: randomUUID(), submissionId, changes: [{ cellKey, seen, value }] };
      const answer = await answerOf("save", () => client.callDirectly("save-figures", input));
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
  };

  const move = async (client: AppClient, submissionId: string): Promise<void> => {
    const page = `/desk/${submissionId}`;
    let kind: "submit" | "withdraw" = "submit";
    while (!isOver) {
      await sleep(RETRY_MS * 4);
      const expectedRevision = await readRevision(client, page);
      if (expectedRevision === null) continue;
      const requestId = randomUUID();
      const fields = { requestId, submissionId, expectedRevision };
      const answer = await answerOf(kind, () =>
        kind === "submit"
          ? client.callDirectly("submit", fields)
          : client.send("withdrawSubmissionAction", page, fields),
      );
      if (answer.status === "done") acknowledged.moves.push({ submissionId, requestId, kind });
      else acknowledged.strange.push(`${kind}: ${answer.message}`);
      kind = kind === "submit" ? "withdraw" : "submit";
    }
  };

  const pending: Promise<void>[] = [];
  for (const account of CLERKS) {
    const client = await signInAt(origin, account, password);
    const submissionId = await findSection(client);
    const page = `/desk/${submissionId}`;
    const fields = {
      requestId: randomUUID(),
      submissionId,
      expectedRevision: (await readRevision(client, page)) ?? "",
      step: "nil",
    };
    const nil = await client.send("fillSectionAction", page, fields);
    if (nil.status !== "done") throw new Error(`${account} could not begin: ${nil.message}`);
    pending.push(...CELLS.map((cellKey) => type(client, submissionId, cellKey)), move(client, submissionId));
  }
  return {
    acknowledged,
    failed,
    progress: () => acknowledged.saves.length + acknowledged.moves.length,
    takeSlowest: () => {
      const taken = slowest;
      slowest = 0;
      return taken;
    },
    finish: async () => {
      isOver = true;
      await Promise.all(pending);
    },
  };
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
