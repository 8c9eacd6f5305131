import { describe, expect, it } from "vitest";
import { readLines } from "@/lib/intake/read-lines";
import { renderStaffXlsx } from "@/lib/render/staff-xlsx";

const utf8 = (text: string) => new TextEncoder().encode(text);
/** "单位,姓名\n财政局,王芳\n" in GB18030. */
const GB18030 = Uint8Array.from("b5a5cebb2cd0d5c3fb0ab2c6d5febed62ccdf5b7bc0a".match(/../g) ?? [], (pair) =>
  Number.parseInt(pair, 16),
);

describe("readLines", () => {
  it.each([
    ["commas in UTF-8 with its mark", utf8("\ufeff单位,姓名\r\n财政局,王芳\r\n")],
    ["commas in GB18030", GB18030],
    ["tabs, as a spreadsheet copies cells", utf8("单位\t姓名\r\n财政局\t王芳\r\n")],
    ["semicolons", utf8("单位;姓名\n财政局;王芳\n")],
    ["quotes around fields", utf8('单位,姓名\n"财政局","王芳"\n')],
  ])("reads %s", (_what, bytes) => {
    const read = readLines(bytes);
    expect(read.ok ? read.sheets[0]?.rows.slice(0, 2) : read).toEqual([
      ["单位", "姓名"],
      ["财政局", "王芳"],
    ]);
  });

  it("reads every sheet of a workbook with the numbers of its lines, blank ones too", async () => {
    const file = await renderStaffXlsx({ units: [["单位名称"], [], ["财政局"]], people: [["账号", "姓名"]] }, "zh-CN");
    expect(readLines(file)).toEqual({
      ok: true,
      sheets: [
        { name: "单位", rows: [["单位名称"], [""], ["财政局"]] },
        { name: "人员", rows: [["账号", "姓名"]] },
      ],
    });
  });

  it.each([
    ["empty", new Uint8Array(0)],
    ["empty", utf8(" \r\n")],
    ["unknown_type", utf8("单位,\0")],
    ["old_office", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0)],
    ["broken", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
    ["too_large", new Uint8Array(10 * 1024 * 1024 + 1)],
  ])("says %s", (problem, bytes) => {
    expect(readLines(bytes)).toEqual({ ok: false, problem });
  });
});
