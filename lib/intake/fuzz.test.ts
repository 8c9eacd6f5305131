import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runChecks } from "@/lib/domain/check/registry";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { subjectOfInterchange } from "@/lib/domain/subject-of-interchange";
import { type Chance, chanceOf } from "@/lib/domain/testing/random";
import { getFormat } from "@/lib/formats";
import { readReport } from "@/lib/intake";
import { readJson } from "@/lib/intake/read-json";
import { partsOf } from "@/lib/intake/testing/report-parts";
import { writeOfd } from "@/lib/intake/testing/write-ofd";
import { renderReport } from "@/lib/render";

/** Inputs of each reader in a run of the tests; FUZZ_TIMES=20 makes ten thousand of each. */
const TIMES = 500 * Number(process.env.FUZZ_TIMES ?? 1);
const BUDGET_MS = 20_000 * Number(process.env.FUZZ_TIMES ?? 1);

const published = readFileSync("db/demo/reports/qianwan-2019.txt");

async function seeds(): Promise<Record<string, Uint8Array>> {
  const report = readJson(readFileSync("db/demo/reports/pingtan-2021.json", "utf8"));
  const format = getFormat("2021");
  if (!format) throw new Error("no format 2021");
  const document = documentOfInterchange(report, format);
  const written = async (type: "html" | "docx" | "pdf" | "xlsx" | "csv" | "json" | "xml") =>
    await renderReport(document, type);
  return {
    txt: published,
    html: await written("html"),
    docx: await written("docx"),
    pdf: await written("pdf"),
    csv: await written("csv"),
    json: await written("json"),
    xml: await written("xml"),
    xlsx: await written("xlsx"),
    ofd: writeOfd(partsOf(report, format)),
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes changed, cut out, doubled or put in: how files break, and how they are broken on purpose. */
function damage(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(bytes.length);
  const length = 1 + chance.below(200);
  const copy = Uint8Array.from(bytes);
  switch (chance.below(5)) {
    case 0:
      for (let index = 0; index < 1 + chance.below(30); index += 1) copy[chance.below(copy.length)] = chance.below(256);
      return copy;
    case 1:
      return new Uint8Array([...copy.subarray(0, at), ...copy.subarray(at + length)]);
    case 2:
      return copy.subarray(0, at);
    case 3:
      return new Uint8Array([...copy.subarray(0, at), ...copy.subarray(at, at + length), ...copy.subarray(at)]);
    default: {
      const pieces = [
        "<table>",
        "</td>",
        '<td colspan="999999">',
        "\t\t\t",
        "（",
        "１".repeat(50),
        "9".repeat(400),
        "\u0000",
        "〔",
        "=SUM(A1:XFD1048576)",
      ];
      return new Uint8Array([
        ...copy.subarray(0, at),
        ...encode(chance.pick(pieces).repeat(1 + chance.below(20))),
        ...copy.subarray(at),
      ]);
    }
  }
}

describe("broken files", () => {
  it.each(["txt", "html", "docx", "pdf", "csv", "json", "xlsx", "ofd"])(
    "of %s are read or refused, and what is read can be checked",
    async (type) => {
      const seed = (await seeds())[type];
      if (!seed) throw new Error(type);
      const chance = chanceOf(type.length * 1009 + type.charCodeAt(0));
      const until = performance.now() + BUDGET_MS;
      let read = 0;
      for (let times = 0; times < TIMES && performance.now() < until; times += 1) {
        const result = await readReport(damage(seed, chance), `broken.${type}`);
        if (!result.ok) continue;
        read += 1;
        const format = getFormat(result.report.format);
        if (format) expect(Array.isArray(runChecks(subjectOfInterchange(result.report, format, null)))).toBe(true);
      }
      // A seed of which no broken copy is read any more would prove nothing about checking.
      expect(read).toBeGreaterThan(0);
    },
    BUDGET_MS + 30_000,
  );

  it("of ten megabytes of text end in time", async () => {
    const long = encode(
      `${"收到政府信息公开申请1件，其中（予以公开2件、".repeat(40_000)}\n一、总体情况\n2023年政府信息公开报告`,
    );
    const result = await readReport(long, "long.txt");
    expect(typeof result.ok).toBe("boolean");
  }, 120_000);
});
