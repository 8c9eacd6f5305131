import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { renderReport } from "@/lib/render";
import { addFonts } from "@/lib/render/docx-finish";
import { writeSampleLetterhead } from "@/lib/render/letterhead-sample";
import { qianwan2019 } from "@/lib/render/testing/sample-documents";

async function partsOf(options: Parameters<typeof renderReport>[2] = {}) {
  const files = unzipSync(await renderReport(qianwan2019(), "docx", options));
  return (name: string) => new TextDecoder().decode(files[name]);
}

function styleOf(styles: string, id: string): string {
  return new RegExp(`<w:style [^>]*w:styleId="${id}"[^>]*>[\\s\\S]*?</w:style>`).exec(styles)?.[0] ?? "";
}

describe("the Word document", () => {
  it("gives its headings the levels that navigation and bookmarks are made of", async () => {
    const styles = (await partsOf())("word/styles.xml");
    for (const level of [1, 2, 3, 4, 5]) {
      expect(styleOf(styles, `Heading${level}`)).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
    }
  });

  it("sets 28 characters a line, and no space between Chinese and digits, as the PDF does", async () => {
    const part = await partsOf();
    const body = styleOf(part("word/styles.xml"), "GongwenBody");
    expect(body).toContain('<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>');
    const tight = Number(/<w:rPr>[\s\S]*<w:spacing w:val="(-\d+)"\/>/.exec(body)?.[1]);
    const size = Number(/<w:sz w:val="(\d+)"/.exec(body)?.[1]) * 10;
    const text = part("word/document.xml");
    const twips = (name: string) =>
      Number(new RegExp(`w:${name}="(\\d+)"`).exec(text.slice(text.lastIndexOf("<w:pgSz")))?.[1]);
    expect(Math.floor((twips("w") - twips("left") - twips("right")) / (size + tight))).toBe(28);
    expect(part("word/settings.xml")).toContain('<w:characterSpacingControl w:val="compressPunctuation"/>');
  });

  it("names what may stand in for each of its faces, in a template of an office as well", async () => {
    for (const part of [await partsOf(), await partsOf({ letterhead: await writeSampleLetterhead("政府办公室") })]) {
      const table = part("word/fontTable.xml");
      for (const face of ["方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"]) {
        expect(table, face).toMatch(new RegExp(`<w:font w:name="${face}"><w:altName w:val="[^"]+"/>`));
      }
    }
  });

  it("leaves what a template says of a face", () => {
    const table = '<w:fonts xmlns:w="w"><w:font w:name="黑体"><w:altName w:val="own"/></w:font></w:fonts>';
    expect(addFonts(table).match(/w:name="黑体"/g)).toHaveLength(1);
    expect(addFonts(table)).toContain('<w:altName w:val="own"/>');
    expect(addFonts('<w:fonts xmlns:w="w"/>')).toMatch(/^<w:fonts xmlns:w="w"><w:font .*<\/w:fonts>$/);
  });
});
