import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { FACES } from "@/lib/render/docx-styles";
import { escapeMarkup } from "@/lib/render/markup";

/** What Word takes where a computer lacks the face, the nearest first, and the kind of letter for every other program. */
const FONTS: readonly { name: string; substitutes: readonly string[]; charset: "86" | "00"; family: string }[] = [
  {
    name: FACES.song.eastAsia,
    substitutes: ["FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "华文中宋", "STZhongsong", "宋体"],
    charset: "86",
    family: "roman",
  },
  {
    name: FACES.fang.eastAsia,
    substitutes: ["FangSong_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong"],
    charset: "86",
    family: "modern",
  },
  {
    name: FACES.kai.eastAsia,
    substitutes: ["KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "STKaiti"],
    charset: "86",
    family: "modern",
  },
  { name: FACES.hei.eastAsia, substitutes: ["SimHei", "华文黑体", "STHeiti"], charset: "86", family: "swiss" },
  {
    name: FACES.text.eastAsia,
    substitutes: ["SimSun", "新宋体", "华文宋体", "STSong"],
    charset: "86",
    family: "roman",
  },
  { name: FACES.text.ascii, substitutes: ["Liberation Serif"], charset: "00", family: "roman" },
];

/** Adds to a font table what the report's faces may be replaced by; what the file says of a face itself stays. */
export function addFonts(table: string): string {
  const missing = FONTS.filter(({ name }) => !table.includes(`w:name="${name}"`));
  const fonts = missing.map(
    ({ name, substitutes, charset, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${escapeMarkup(substitutes.join(","))}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  const opened = table.replace(/<w:fonts([^>]*)\/>/, "<w:fonts$1></w:fonts>");
  return opened.replace("</w:fonts>", `${fonts.join("")}</w:fonts>`);
}

/** No space is put in between Chinese and digits, as in the PDF: else the lines of the two files break differently. */
export function withoutAutoSpace(styles: string): string {
  const none = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';
  return styles.replace(/<w:style [^>]*>[\s\S]*?<\/w:style>/g, (style) =>
    style.replace("<w:spacing", `${none}<w:spacing`),
  );
}

/** The parts that the library leaves bare: substitutes of the faces, and how characters stand beside each other. */
export function finishDocx(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const change = (name: string, of: (text: string) => string): void => {
    const part = parts[name];
    if (part) parts[name] = strToU8(of(strFromU8(part)));
  };
  change("word/fontTable.xml", addFonts);
  change("word/styles.xml", withoutAutoSpace);
  change("word/settings.xml", (text) =>
    text.replace("<w:compat>", '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'),
  );
  return zipSync(parts, { level: 1 });
}
