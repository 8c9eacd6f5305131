import { Document, Footer, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checkLetterhead } from "@/lib/intake/check-letterhead";
import { openGuardedReader } from "@/lib/intake/read-guarded";
import { writeSampleLetterhead } from "@/lib/render/letterhead-sample";

const line = (text: string) => new Paragraph({ children: [new TextRun(text)] });

async function templateOf(children: (Paragraph | Table)[], footer: Paragraph[] = []): Promise<Uint8Array> {
  const sections = [{ footers: { default: new Footer({ children: footer }) }, children }];
  return Packer.toBuffer(new Document({ sections }));
}

async function changed(name: string, edit: (text: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await templateOf([line("{{正文}}")]));
  const part = parts[name];
  return zipSync({ ...parts, [name]: strToU8(edit(part ? strFromU8(part) : "")) });
}

const codesOf = (bytes: Uint8Array) => {
  const checked = checkLetterhead(bytes);
  return checked.ok ? [] : checked.problems.map(({ code, found }) => (found ? `${code} ${found}` : code));
};

describe("checking an office's template", () => {
  it("takes the sample, and packs it anew with nothing but its parts", async () => {
    const sample = await writeSampleLetterhead("区政府办公室");
    const checked = checkLetterhead(new Uint8Array([...sample, ...strToU8("behind the archive")]));
    expect(checked.ok && Object.keys(unzipSync(checked.file)).sort()).toEqual(Object.keys(unzipSync(sample)).sort());
  });

  it("finds a placeholder that the word processor has cut into runs", async () => {
    const cut = new Paragraph({
      children: [new TextRun("{"), new TextRun({ text: "{正", bold: true }), new TextRun("文}}")],
    });
    expect(codesOf(await templateOf([cut]))).toEqual([]);
  });

  it("wants one place for the body, alone in the page's own text", async () => {
    const table = new Table({ rows: [new TableRow({ children: [new TableCell({ children: [line("{{正文}}")] })] })] });
    expect(codesOf(await templateOf([line("没有")]))).toEqual(["body_missing {{正文}}"]);
    expect(codesOf(await templateOf([line("{{正文}}"), line("{{ 正文 }}")]))).toEqual(["body_twice {{正文}}"]);
    expect(codesOf(await templateOf([table]))).toEqual(["body_misplaced {{正文}}"]);
    expect(codesOf(await templateOf([line("x")], [line("{{正文}}")]))).toEqual(["body_misplaced {{正文}}"]);
    expect(codesOf(await templateOf([line("附：{{正文}}")]))).toEqual(["body_not_alone 附："]);
  });

  it("names every unknown placeholder and full-width braces, all at once", async () => {
    const template = await templateOf([line("{{正文}}"), line("{{文号}}{{标题}}")], [line("｛｛日期｝｝")]);
    expect(codesOf(template)).toEqual(["wide_braces ｛｛日期｝｝", "unknown_field 文号"]);
  });

  it.each([
    ["word/vbaProject.bin", () => "macro", "macros word/vbaProject.bin"],
    ["[Content_Types].xml", (text: string) => text.replace("document.main", "document.macroEnabled.main"), "macros"],
    ["word/embeddings/oleObject1.bin", () => "ole", "embedded word/embeddings/oleObject1.bin"],
    [
      "word/_rels/document.xml.rels",
      (text: string) =>
        text.replace(
          "</Relationships>",
          '<Relationship Id="x" Type="http://x/attachedTemplate" Target="file:///C:/a.dotx" TargetMode="External"/></Relationships>',
        ),
      "external file:///C:/a.dotx",
    ],
    [
      "word/document.xml",
      (text: string) =>
        text.replace(
          "<w:body>",
          '<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        ),
      'fetching_field INCLUDEPICTURE "http://x"',
    ],
    [
      "word/document.xml",
      (text: string) => text.replace("<w:body>", '<w:body><w:p><w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins></w:p>'),
      "tracked_changes",
    ],
    ["word/comments.xml", () => '<w:comments><w:comment w:id="0"><w:p/></w:comment></w:comments>', "comments"],
    ["word/document.xml", (text: string) => text.replace(/(<w:pgMar[^>]*w:left=")\d+/, "$17000"), "too_narrow"],
    ["word/document.xml", (text: string) => text.replace("<w:document", "<!DOCTYPE x><w:document"), "broken"],
    [
      "word/document.xml",
      (text: string) =>
        text.replace(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
      "strict",
    ],
  ])("refuses what runs, fetches or hides: %s", async (name, edit, expected) => {
    const [code] = codesOf(await changed(name, edit));
    expect(code).toContain(expected);
  });

  it("refuses what is no Word document, under guard as well", async () => {
    expect(codesOf(strToU8("text"))).toEqual(["not_word"]);
    expect(codesOf(zipSync({ "xl/workbook.xml": strToU8("<x/>") }))).toEqual(["not_word"]);
    expect(codesOf(new Uint8Array(3 * 1024 * 1024))).toEqual(["too_large"]);
    expect(codesOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toEqual(["encrypted"]);
    const bomb = zipSync({ "word/document.xml": new Uint8Array(24 * 1024 * 1024) });
    const reader = openGuardedReader({ workMs: 5_000, heapMb: 256 });
    expect(await reader.checkLetterhead(bomb)).toMatchObject({ ok: false, problems: [{ code: "too_much_inside" }] });
    expect(await reader.checkLetterhead(await templateOf([line("{{正文}}")]))).toMatchObject({ ok: true });
    await reader.close();
  });
});
