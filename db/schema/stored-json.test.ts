import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableColumns, is, Table } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as schema from "@/db/schema";
import { FindingSchema } from "@/lib/domain/check/stored-finding";
import { FormatSchema } from "@/lib/domain/format";
import { StoredInterchangeReportSchema } from "@/lib/domain/interchange";
import { FileProblemSchema, PrintChoicesSchema } from "@/lib/domain/kept-file";
import { PackedRowsSchema } from "@/lib/domain/ledger/ledger-row";
import {
  LedgerChangesSchema,
  LedgerColumnsSchema,
  LedgerCountsSchema,
  LedgerSheetsSchema,
  LedgerWordsSchema,
} from "@/lib/domain/ledger/stored-ledger";
import { ReportDocumentSchema } from "@/lib/domain/report-document";
import { SealedTreeSchema } from "@/lib/domain/seal";
import { VersionContentSchema } from "@/lib/domain/version";
import { FORMATS } from "@/lib/formats";

const SCHEMAS = {
  FindingSchema,
  FormatSchema,
  StoredInterchangeReportSchema,
  FileProblemSchema,
  PrintChoicesSchema,
  PackedRowsSchema,
  LedgerChangesSchema,
  LedgerColumnsSchema,
  LedgerCountsSchema,
  LedgerSheetsSchema,
  LedgerWordsSchema,
  ReportDocumentSchema,
  SealedTreeSchema,
  VersionContentSchema,
};

const QUERIES = join(import.meta.dirname, "../queries");

/** Read by the query itself, by the schema of its request or of its event; or given back as it was answered. */
const READ_ELSEWHERE = ["apiAnswers.answer", "events.data", "requests.result"];

const tables = Object.entries(schema).flatMap(([name, table]) => (is(table, Table) ? [{ name, table }] : []));
const { versions, cycles } = schema;

describe("values in jsonb columns", () => {
  it("are held against a schema when they are read, in every table", () => {
    const unchecked = tables.flatMap(({ name, table }) =>
      Object.values(getTableColumns(table))
        .filter((column) => column.getSQLType() === "jsonb" && column.columnType === "PgJsonb")
        .map((column) => `${name}.${column.name}`),
    );
    expect(unchecked.toSorted()).toEqual(READ_ELSEWHERE);
  });

  it("are held against the schema of their part where a query takes one out", () => {
    const selected = readdirSync(QUERIES)
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) =>
        readFileSync(join(QUERIES, file), "utf8")
          .split("\n")
          .filter((line) => /^\s*\w+: .*sql.*->/.test(line) && !line.includes("storedPart("))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(selected).toEqual([]);
  });

  it("come back as they were stored, a key of another build included", () => {
    const stored = { sectionId: "requests", figures: { "requests.received.total": "1" }, paragraphs: {}, note: "kept" };
    expect(versions.content.mapFromDriverValue(stored)).toBe(stored);
    const format: unknown = JSON.parse(JSON.stringify(FORMATS.at(-1)));
    expect(cycles.format.mapFromDriverValue(format)).toBe(format);
  });

  it("are refused with the column and the place, and without what was stored", () => {
    const stored = { sectionId: "requests", figures: { "requests.received.total": 12345 }, paragraphs: {} };
    expect(() => versions.content.mapFromDriverValue(stored)).toThrow(
      "versions.content holds what its schema does not allow: figures.requests.received.total (invalid_type)",
    );
    expect(() => versions.content.mapFromDriverValue("secret")).toThrow(/the whole value \(invalid_type\)$/);
  });

  it("are written as JSON", () => {
    const query = drizzle
      .mock()
      .insert(versions)
      .values({ content: { sectionId: "other", figures: {}, paragraphs: {} } } as never);
    expect(query.toSQL().params).toContain('{"sectionId":"other","figures":{},"paragraphs":{}}');
  });

  it.each(Object.entries(SCHEMAS))("are only checked by %s, which changes nothing", (_name, stored) => {
    const kinds = new Set<string>();
    z.toJSONSchema(stored, {
      unrepresentable: "any",
      override: ({ zodSchema }) => {
        kinds.add(zodSchema._zod.def.type);
      },
    });
    expect([...kinds].filter((kind) => ["transform", "pipe", "default", "prefault", "catch"].includes(kind))).toEqual(
      [],
    );
  });
});
