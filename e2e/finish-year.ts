import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { listSectionCells } from "../lib/domain/format-cells";
import { formatForYear } from "../lib/formats";
import { type AppClient, signInAt } from "../scripts/testing/app-client";
import { PASSWORD } from "./fixtures";

const DepartmentsSchema = z.object({
  departments: z.array(
    z.object({
      name: z.string(),
      figures: z.record(z.string(), z.string()),
      narrative: z.record(z.string(), z.string()),
      indicators: z.array(z.object({ key: z.string(), value: z.string() })),
    }),
  ),
});
type Department = z.infer<typeof DepartmentsSchema>["departments"][number];

const { departments } = DepartmentsSchema.parse(
  JSON.parse(readFileSync("db/demo/reports/qianwan-2019-departments.json", "utf8")),
);
const SavedSchema = z.object({
  conflicts: z.array(z.object({ cellKey: z.string(), yours: z.string().nullable(), theirs: z.string().nullable() })),
});

const ParagraphSavedSchema = z.object({ conflict: z.object({ theirs: z.string() }).nullable() });

/** What nobody's data has, or has wrong: the texts as their writers would put them in the end. */
const TEXTS: Readonly<Record<string, string>> = {
  opening: "青岛前湾保税港区认真贯彻落实条例，稳步推进政府信息公开。",
  other: "无其他需要报告的事项。",
  "综合行政执法局 disclosure": "行政处罚净增4条，处理决定数量12条。",
};

/** Under what name the data has a unit's text of a heading, where that is another one. */
const SOURCES: Readonly<Record<string, string>> = {
  "工委管委办公室 disclosure": "disclosure_preface",
  "财政局 disclosure": "procurement",
};

/**
 * Does what is left of the demonstration's year at every unit's desk, but for the sections of `except`: the requests
 * that the pages send, without the pages.
 */
export async function finishYear(origin: string, except: (unit: string, section: string) => boolean): Promise<void> {
  const format = formatForYear(2019);
  if (!format) throw new Error("there is no form for 2019");
  for (const unit of departments) {
    const client = await signInAt(origin, `${unit.name}填报人`, PASSWORD);
    const desk = await (await client.get("/desk")).text();
    for (const id of new Set([...desk.matchAll(/\/desk\/([0-9a-f-]{36})/g)].map((match) => match[1] ?? ""))) {
      const page = await (await client.get(`/desk/${id}`)).text();
      const heading = page.match(/<h1.*?<\/h1>/)?.[0] ?? "";
      const section = format.sections.find((section) => heading.includes(section.title));
      if (!section) throw new Error(`what section is ${heading}`);
      // Only what is still to be filled in shows the state of being saved.
      if (except(unit.name, section.id) || !page.includes('name="expectedRevision"')) continue;
      const keys = listSectionCells(format, section.id).flatMap((cell) => (cell.sumOf ? [] : [cell.key]));
      const indicators = section.id === "overview" ? unit.indicators : [];
      const figures = [
        ...keys.map((key) => [key, unit.figures[key] ?? "0"] as const),
        ...indicators.map(({ key, value }) => [`indicators.${key}`, value] as const),
      ];
      const isOpen = (await fill(client, id, figures)) && (await write(client, id, page, unit));
      if (isOpen) await submit(client, id, unit.name);
    }
  }
}

/** False where the section has been handed in. A cell that holds something else is told, and then replaced. */
async function fill(client: AppClient, submissionId: string, figures: readonly (readonly [string, string])[]) {
  const save = (changes: { cellKey: string; seen: string | null; value: string | null }[]) =>
    client.callDirectly("save-figures", { requestId: randomUUID(), submissionId, changes });
  if (figures.length === 0) return true;
  const first = await save(figures.map(([cellKey, value]) => ({ cellKey, seen: null, value })));
  if (first.status === "refused") return false;
  const { conflicts } = SavedSchema.parse(first.result);
  if (conflicts.length === 0) return true;
  const again = await save(conflicts.map(({ cellKey, yours, theirs }) => ({ cellKey, seen: theirs, value: yours })));
  return again.status === "done";
}

/** The unit's text under each heading that the page has a field for. */
async function write(client: AppClient, submissionId: string, page: string, { narrative, name }: Department) {
  for (const [, headingKey = ""] of page.matchAll(/<textarea[^>]*id="paragraph:([^"]+)"/g)) {
    const from = SOURCES[`${name} ${headingKey}`] ?? headingKey;
    const value = TEXTS[`${name} ${headingKey}`] ?? narrative[from] ?? TEXTS[headingKey] ?? "";
    const send = (seen: string) =>
      client.callDirectly("save-paragraph", {
        ...{ requestId: randomUUID(), submissionId, headingKey, seen, value },
      });
    const first = await send("");
    if (first.status === "refused") return false;
    const { conflict } = ParagraphSavedSchema.parse(first.result);
    if (conflict) await send(conflict.theirs);
  }
  return true;
}

async function submit(client: AppClient, submissionId: string, name: string): Promise<void> {
  const page = await (await client.get(`/desk/${submissionId}`)).text();
  const expectedRevision = page.match(/name="expectedRevision" value="(\d+)"/)?.[1] ?? "";
  const fields = { requestId: randomUUID(), submissionId, expectedRevision, step: "submit" };
  const answer = await client.send("fillSectionAction", `/desk/${submissionId}`, fields);
  if (answer.status !== "done") throw new Error(`${name} could not submit: ${answer.message}`);
}
