import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { readArguments } from "./nianbao-arguments";
import { checkFiles } from "./nianbao-check";

const folder = mkdtempSync(join(tmpdir(), "nianbao-years-"));
const aside = mkdtempSync(join(tmpdir(), "nianbao-aside-"));

type Told = { file: string; findings: { rule: string; expected: string; actual: string; cells: string[] }[] };

/** Two years of one body; the later one comes first by its name and says of the earlier one what is not so. */
function writeYears(): void {
  const read = (year: number): InterchangeReport =>
    JSON.parse(readFileSync(`db/demo/reports/pingtan-${year}.json`, "utf8"));
  const narrative = { overview: "2021年共收到政府信息公开申请70件，较上年增加50件。" };
  writeFileSync(join(folder, "a.json"), JSON.stringify({ ...read(2021), narrative }));
  writeFileSync(join(folder, "b.json"), JSON.stringify(read(2020)));
  writeFileSync(join(folder, "c.json"), "{");
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const made of [folder, aside]) rmSync(made, { recursive: true, force: true });
});

describe("nianbao check", () => {
  it("holds a folder's years against each other in the order of their names, and leaves nothing behind", async () => {
    writeYears();
    vi.stubEnv("TMPDIR", aside);
    const said: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => said.push(line));
    const complained = vi.spyOn(console, "error").mockImplementation(() => undefined);

    expect(await checkFiles(await readArguments(["check", folder, "--json"]))).toBe(2);

    const told = said.map((line): Told => JSON.parse(line));
    expect(told.map(({ file }) => file)).toEqual([join(folder, "a.json"), join(folder, "b.json")]);
    expect(told[0]?.findings).toContainEqual(
      expect.objectContaining({ rule: "NARR-YEAR", expected: "49", actual: "50", cells: ["requests.received.total"] }),
    );
    expect(complained).toHaveBeenCalledTimes(1);
    expect(readdirSync(aside).filter((name) => name.startsWith("nianbao-"))).toEqual([]);
  });

  it("writes one page and one table for a folder, with each report's findings and how often each rule spoke", async () => {
    mkdirSync(folder, { recursive: true });
    writeYears();
    writeFileSync(join(folder, "d.wps"), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]));
    const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const path = join(folder, "region.page");

    expect(await checkFiles(await readArguments(["check", folder, "--out", path]))).toBe(2);

    const page = readFileSync(path, "utf8");
    expect(page.match(/<tr id="r\d+">/g)).toHaveLength(4);
    expect(page).toMatch(/<li id="r1f\d+"><a href="#r1f\d+">NARR-YEAR<\/a>/);
    expect(page).toMatch(/<td>NARR-YEAR<\/td><td class="n">1<\/td><td class="n">1<\/td>/);
    expect(page).toContain("WPS");
    expect(readFileSync(`${path}.csv`, "utf8")).toMatch(/a\.json,[^,]+,2021,NARR-YEAR,error,/);
    expect(said).not.toHaveBeenCalled();
  });
});
