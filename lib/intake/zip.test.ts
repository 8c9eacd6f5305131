import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readReport } from "@/lib/intake";
import { unzip } from "@/lib/intake/zip";

const encode = (text: string) => new TextEncoder().encode(text);

describe("unzip", () => {
  it("unpacks only what is wanted", () => {
    const bytes = zipSync({ "a.xml": encode("一二三"), "b.bin": encode("x") });
    expect(new TextDecoder().decode(unzip(bytes, (name) => name === "a.xml").get("a.xml"))).toBe("一二三");
  });

  it("stops a bomb at its real size, whatever the directory says", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(24 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readReport(bomb, "bomb.docx")).toEqual({ ok: false, problem: "too_much_inside" });
  });

  it("refuses thousands of entries, cut files and nonsense", async () => {
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`f${index}`, new Uint8Array(0)])),
    );
    expect(await readReport(many, "many.docx")).toEqual({ ok: false, problem: "too_much_inside" });
    const whole = zipSync({ "word/document.xml": encode("<w:document/>".repeat(100)) });
    expect(await readReport(whole.subarray(0, whole.length - 30), "cut.docx")).toEqual({
      ok: false,
      problem: "broken",
    });
    expect(await readReport(encode("PK\u0003\u0004nothing"), "none.xlsx")).toEqual({ ok: false, problem: "broken" });
  });

  it("does not read entities of the file's own", async () => {
    const xml =
      '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>';
    expect(await readReport(zipSync({ "word/document.xml": encode(xml) }), "entities.docx")).toEqual({
      ok: false,
      problem: "broken",
    });
  });
});
