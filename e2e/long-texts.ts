import { randomUUID } from "node:crypto";
import { z } from "zod";
import { LIMIT } from "../lib/domain/inputs/limits";
import { type AppClient, signInAt } from "../scripts/testing/app-client";
import { ACCOUNTS, PASSWORD, type Who } from "./fixtures";

/** As long as the product takes it; once in Chinese, which breaks anywhere, once as one word that breaks nowhere. */
const chinese = (length: number): string => "政府信息公开工作".repeat(Math.ceil(length / 8)).slice(0, length);
const word = (length: number): string => "ABCDEFGHIJ".repeat(Math.ceil(length / 10)).slice(0, length);

export const LONG = {
  unit: `审批${chinese(LIMIT.name - 2)}`,
  wordUnit: `F${word(LIMIT.name - 1)}`,
  reason: `因${chinese(LIMIT.reason - 1)}`,
  wordReason: word(LIMIT.reason),
  comment: chinese(500),
  text: chinese(LIMIT.text),
  wordText: word(LIMIT.text),
} as const;

const REPORT_ID = /name="reportId" value="([0-9a-f-]{36})"/;
const SavedSchema = z.object({ conflict: z.object({ theirs: z.string() }).nullable() });

/** Somebody's requests, and the ids and numbers that their pages hold. */
export class LongTexts {
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  as(who: Who): Promise<AppClient> {
    return signInAt(this.#origin, ACCOUNTS[who], PASSWORD);
  }

  /** Sends a form, and fails where it is not taken. */
  async send(client: AppClient, action: string, page: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const answer = await client.send(action, page, { requestId: randomUUID(), ...fields });
    if (answer.status !== "done") throw new Error(`${action}: ${JSON.stringify(answer)}`);
  }

  async find(client: AppClient, page: string, pattern: RegExp): Promise<string> {
    const found = (await (await client.get(page)).text()).match(pattern)?.[1];
    if (found === undefined) throw new Error(`nothing like ${pattern} in ${page}`);
    return found;
  }

  /** Gives the district, two units and everybody who appears in a report names of the greatest length. */
  async nameAll(): Promise<void> {
    const admin = await this.as("admin");
    await this.send(admin, "changeDistrictAction", "/admin/units", { name: `青岛${chinese(LIMIT.name - 2)}` });
    await this.send(admin, "changeContactAction", "/admin/units", {
      address: word(LIMIT.address),
      postcode: word(LIMIT.mark),
      phone: word(LIMIT.phone),
    });
    for (const [from, to] of [
      ["行政审批服务局", LONG.unit],
      ["财政局", LONG.wordUnit],
    ] as const) {
      const list = await (await admin.get("/admin/units")).text();
      const row = list.split("<tr").find((row) => row.includes(from) || row.includes(to)) ?? "";
      const organisationId = row.match(/unit=([0-9a-f-]{36})/)?.[1] ?? "";
      await this.send(admin, "changeUnitAction", "/admin/units", { organisationId, name: to, position: "20" });
    }
    for (const [index, who] of (["submitter", "reviewer", "editor", "director"] as const).entries()) {
      const address = `/admin/people?${new URLSearchParams({ q: ACCOUNTS[who] })}`;
      const userId = await this.find(admin, address, /person=([0-9a-f-]{36})/);
      const name = index % 2 === 0 ? `${index}${chinese(LIMIT.name - 1)}` : `${index}${word(LIMIT.name - 1)}`;
      await this.send(admin, "changePersonAction", "/admin/people", { userId, name });
    }
  }

  /** What the sender of a move on a section saw. */
  async seen(client: AppClient, page: string, submissionId: string): Promise<Readonly<Record<string, string>>> {
    return { submissionId, expectedRevision: await this.find(client, page, /name="expectedRevision" value="(\d+)"/) };
  }

  /** Begins a correction, with a reason of the greatest length, unless one is under way. */
  async beginCorrection(cycleId: string): Promise<void> {
    const director = await this.as("director");
    const release = `/report/${cycleId}/release`;
    // The words of a page's scripts hold every sentence that it may come to say.
    const drawn = (await (await director.get(release)).text()).replace(/<script[\s\S]*?<\/script>/g, "");
    if (drawn.includes("正在准备")) return;
    const reportId = await this.find(director, release, REPORT_ID);
    await this.send(director, "beginErratumAction", release, { reportId, reason: LONG.reason });
  }

  /** Writes into every paragraph of a section and submits it. */
  async write(submissionId: string): Promise<void> {
    const clerk = await this.as("submitter");
    const page = `/desk/${submissionId}`;
    const drawn = await (await clerk.get(page)).text();
    const keys = [...drawn.matchAll(/<textarea[^>]*id="paragraph:([^"]+)"/g)].map((match) => match[1] ?? "");
    for (const [index, headingKey] of keys.entries()) {
      const value = index % 2 === 0 ? LONG.text : LONG.wordText;
      const save = (seen: string) =>
        clerk.callDirectly("save-paragraph", { requestId: randomUUID(), submissionId, headingKey, seen, value });
      const { conflict } = SavedSchema.parse((await save("")).result);
      if (conflict) await save(conflict.theirs);
    }
    const seen = await this.seen(clerk, page, submissionId);
    await this.send(clerk, "fillSectionAction", page, { ...seen, step: "submit", unchangedReason: LONG.reason });
  }

  /** Proposes three adjustments of one figure that nobody has decided on. */
  async adjust(cycleId: string, cellKey: string): Promise<void> {
    const editor = await this.as("editor");
    for (const reason of [LONG.reason, LONG.wordReason, "重复计入"]) {
      const page = `/report/${cycleId}?section=active&cell=${cellKey}`;
      await this.send(editor, "proposeAdjustmentAction", page, { cycleId, cellKey, amount: "1", reason });
    }
  }

  /** Has a rule proposed to be switched off, a group's robot and a usual reason for a return, each of the greatest length. */
  async keepSettings(): Promise<void> {
    const admin = await this.as("admin");
    const rule = { rule: "FEE-REPORTED", effect: "off", holdsFrom: "2020-01-01", reason: LONG.wordReason };
    await this.send(admin, "proposeRuleSettingAction", "/admin/rules", rule);
    const token = word(LIMIT.address).slice(0, 60);
    await this.send(admin, "addRobotAction", "/admin/reminders", {
      name: LONG.wordUnit,
      robotAddress: `https://oapi.dingtalk.com/robot/send?access_token=${token}`,
      robotSecret: "",
    });
    const reviewer = await this.as("reviewer");
    await this.send(reviewer, "saveReturnReasonAction", "/review/reasons", { body: LONG.wordReason });
  }

  /** Declines every adjustment of the figure. */
  async decline(cycleId: string, cellKey: string): Promise<void> {
    const director = await this.as("director");
    const page = `/report/${cycleId}?section=active&cell=${cellKey}`;
    const drawn = await (await director.get(page)).text();
    const ids = new Set(
      [...drawn.matchAll(/name="adjustmentId" value="([0-9a-f-]{36})"/g)].map((match) => match[1] ?? ""),
    );
    for (const adjustmentId of ids)
      await this.send(director, "decideAdjustmentAction", page, { adjustmentId, decision: "declined" });
  }

  /** Puts one endless word into the preface of the report. */
  async writePreface(cycleId: string): Promise<void> {
    const editor = await this.as("editor");
    const save = (seen: string) =>
      editor.call("savePrefaceAction", `/report/${cycleId}/compose`, {
        ...{ requestId: randomUUID(), cycleId, seen, value: LONG.wordText },
      });
    const { conflict } = SavedSchema.parse((await save("")).result);
    if (conflict) await save(conflict.theirs);
  }
}
