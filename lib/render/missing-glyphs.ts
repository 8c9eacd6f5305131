import { printSegments } from "@/lib/domain/narrative";
import type { PrintedReport } from "@/lib/domain/report-document";
import { mapTexts } from "@/lib/render/sanitize-text";

/**
 * The document with each character that no installed font has replaced by its code point, and a note that names it with
 * its place: whoever must change it cannot search for what their screen may not show.
 */
export function withCodePoints(document: PrintedReport, characters: readonly string[]): PrintedReport {
  const unique = [...new Set(characters)].toSorted((left, right) => right.length - left.length);
  const texts = listTexts(document);
  const places = unique.map((character) => {
    const place = texts.find(({ text }) => text.includes(character))?.place ?? "文件";
    return `${place}${codeOf(character)}`;
  });
  const replaced = mapTexts(document, (text) =>
    unique.reduce((result, character) => result.replaceAll(character, codeOf(character)), text),
  );
  const known = replaced.notes.filter((note) => !note.startsWith(NOTE));
  const before = document.notes.find((note) => note.startsWith(NOTE))?.slice(NOTE.length, -1);
  return { ...replaced, notes: [...known, `${NOTE}${[...(before ? [before] : []), ...places].join("、")}。`] };
}

const NOTE = "安装的字体里没有下列字符，本文件印出的是带框的码位：";

/** The template draws "〔U+1F600〕" as a box with the code point in it. */
function codeOf(character: string): string {
  return [...character]
    .map((part) => `〔U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}〕`)
    .join("");
}

/** Every text that the office wrote, with the words by which a reader finds it. */
function listTexts(document: PrintedReport): { place: string; text: string }[] {
  return [
    { place: "标题", text: document.title },
    { place: "主管部门名称", text: document.office },
    { place: "联系方式", text: Object.values(document.contact ?? {}).join(" ") },
    ...document.preface.map((segments, index) => ({ place: `前言第${index + 1}段`, text: printSegments(segments) })),
    ...document.sections.flatMap((section) =>
      section.headings.flatMap((heading) => {
        const name = `第${section.number}部分${heading.title === "" ? "" : `《${heading.number}${heading.title}》`}`;
        return [
          { place: `${name}标题`, text: heading.title },
          ...heading.paragraphs.map((segments, index) => ({
            place: `${name}第${index + 1}段`,
            text: printSegments(segments),
          })),
        ];
      }),
    ),
    ...Object.entries(document.figures).map(([cellKey, text]) => ({ place: `数据项${cellKey}`, text: text ?? "" })),
    ...document.units.map((unit) => ({ place: "报送单位名称", text: `${unit.name} ${unit.reason ?? ""}` })),
    ...document.adjustments.map((adjustment) => ({ place: "汇总调整", text: adjustment.reason })),
    ...document.notes.map((text) => ({ place: "注", text })),
    ...(document.checks ?? []).map(({ setting }) => ({ place: "校验记录", text: setting?.reason ?? "" })),
    ...document.gaps.map((text) => ({ place: "缺项清单", text })),
    { place: "更正原因", text: document.erratum?.reason ?? "" },
    ...(document.erratum?.passages ?? []).map((passage) => ({
      place: `更正对照《${passage.place}》`,
      text: `${passage.before ?? ""}${passage.after ?? ""}`,
    })),
    ...Object.values(document.provenance).flatMap((contributions) =>
      contributions.map((contribution) => ({
        place: "附件",
        text: `${contribution.unit} ${contribution.submittedBy} ${contribution.approvedBy}`,
      })),
    ),
  ];
}
