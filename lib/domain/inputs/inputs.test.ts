import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { body, name, reason } from "@/lib/domain/inputs/parts";
import { SetUpSchema } from "@/lib/domain/inputs/person";

const ROOT = resolve(import.meta.dirname, "../../..");

type NamedSchema = { name: string; schema: z.ZodObject };

const schemas = await loadSchemas();

/** Every schema that a form of the product sends its values to. */
async function loadSchemas(): Promise<NamedSchema[]> {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".ts") && !file.includes(".test."));
  const modules: Record<string, unknown>[] = await Promise.all(
    files.map((file) => import(join(import.meta.dirname, file))),
  );
  return modules
    .flatMap((module) => Object.entries(module))
    .map(([name, schema]) => ({ name, schema: schema instanceof z.ZodPipe ? objectOf(schema) : schema }))
    .flatMap(({ name, schema }) => (schema instanceof z.ZodObject ? [{ name, schema }] : []));
}

/** The object of a schema that changes what was sent first, or afterwards. */
function objectOf(pipe: z.ZodPipe): unknown {
  return pipe.in instanceof z.ZodObject ? pipe.in : pipe.out;
}

/** What the actions are made from, as their files name it. */
function schemasOfActions(): string[] {
  const files = readdirSync(join(ROOT, "app"), { recursive: true, encoding: "utf8" });
  const texts = files
    .filter((file) => file.endsWith("actions.ts"))
    .map((file) => readFileSync(join(ROOT, "app", file), "utf8"));
  return texts.flatMap((text) =>
    [...text.matchAll(/(?:openF|f|c)(?:orm|all)Action\(\s*(\w+),/g)].flatMap(([, name]) => name ?? []),
  );
}

/** A box sends "on" and becomes yes or no; a field that does so is one, however it is written. */
function isTick(field: z.core.$ZodType): boolean {
  const sent = z.safeParse(field, "on");
  return sent.success && typeof sent.data === "boolean";
}

function isListOfTicks(field: z.core.$ZodType): boolean {
  const sent = z.safeParse(field, ["00000000-0000-4000-8000-000000000000"]);
  return sent.success && Array.isArray(sent.data);
}

function fieldsWhere(test: (field: z.core.$ZodType) => boolean): [string, string, z.ZodObject][] {
  return schemas.flatMap(({ name, schema }) =>
    Object.entries(schema.shape).flatMap(([key, field]): [string, string, z.ZodObject][] =>
      test(field) ? [[name, key, schema]] : [],
    ),
  );
}

describe("the schemas of the forms", () => {
  it("are all kept in this folder, so that the tests below see each", () => {
    const names = schemas.map((schema) => schema.name);
    const used = schemasOfActions();
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(fieldsWhere(isTick))("%s takes a form whose box %s is not ticked", (_name, key, schema) => {
    const nothing = schema.safeParse({});
    const complaints = nothing.success ? [] : nothing.error.issues.filter((issue) => issue.path[0] === key);
    expect(complaints).toEqual([]);
    const only = z.object({ [key]: schema.shape[key] ?? z.never() });
    expect(only.parse({})).toEqual({ [key]: false });
    expect(only.parse({ [key]: "" })).toEqual({ [key]: false });
    expect(only.parse({ [key]: "on" })).toEqual({ [key]: true });
  });

  it.each(fieldsWhere(isListOfTicks))(
    "%s says of %s with nothing ticked at most that one is to be",
    (_name, key, schema) => {
      const nothing = schema.safeParse({});
      const complaints = nothing.success ? [] : nothing.error.issues.filter((issue) => issue.path[0] === key);
      expect(complaints.filter((issue) => issue.code !== "too_small" || issue.origin !== "array")).toEqual([]);
    },
  );

  it("know each kind of box", () => {
    expect(fieldsWhere(isTick).length).toBeGreaterThan(7);
    expect(fieldsWhere(isListOfTicks).length).toBeGreaterThan(3);
  });
});

describe("a text that a form sends", () => {
  it("counts a line's end as one character, however the browser sends it", () => {
    const text = `${"字".repeat(1990)}${"\r\n".repeat(9)}末`;
    expect(reason.parse(text)).toBe(text.replaceAll("\r\n", "\n"));
    expect(body.parse("一\r\n二\r三")).toBe("一\n二\n三");
  });

  it("is refused, never cut, when it is too long", () => {
    for (const [schema, limit] of [
      [name, LIMIT.name],
      [reason, LIMIT.reason],
      [body, LIMIT.text],
    ] as const) {
      expect(schema.parse("字".repeat(limit))).toHaveLength(limit);
      expect(schema.safeParse("字".repeat(limit + 1)).error?.issues[0]).toMatchObject({
        code: "too_big",
        maximum: limit,
      });
    }
  });
});

describe("the list of units in setting up", () => {
  const rest = {
    districtName: "试验区",
    officeName: "办公室",
    adminName: "周",
    adminAccount: "周管理",
    password: "three short words",
  };
  const complaint = (units: string) => SetUpSchema.safeParse({ ...rest, units }).error?.issues[0];

  it("has a name of its own on each line", () => {
    expect(complaint("财政局\r\n\r\n民政局\n")).toBeUndefined();
    expect(complaint("财政局\n财 政\u200B局")).toMatchObject({
      path: ["units"],
      params: { say: "linesAlike", values: { name: "财 政\u200B局", other: "财政局" } },
    });
    expect(complaint(`财政局\n${"长".repeat(LIMIT.name + 1)}`)).toMatchObject({
      params: { say: "lineTooLong", values: { line: 2, length: LIMIT.name + 1, maximum: LIMIT.name } },
    });
  });
});
