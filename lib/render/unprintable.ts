import { printSegments } from "@/lib/domain/narrative";
import { Refusal } from "@/lib/domain/refusal";
import type { PrintedReport } from "@/lib/domain/report-document";

const SHOWN_PLACES = 5;

/**
 * The refusal for characters that no font has: it names each with its place, because whoever must change it cannot
 * search for what their screen may not show.
 */
export function refuseUnprintable(document: PrintedReport, characters: readonly string[]): Refusal {
  const unique = [...new Set(characters)];
  const texts = listTexts(document);
  const places = unique.map((character) => {
    const place = texts.find(({ text }) => text.includes(character))?.place ?? "文件";
    return `${place}“${character}”（${codeOf(character)}）`;
  });
  const shown = places.slice(0, SHOWN_PLACES).join("、");
  return new Refusal("unprintable_text", {
    places: places.length > SHOWN_PLACES ? `${shown}……` : shown,
    count: places.length,
  });
}

function codeOf(character: string): string {
  return [...character]
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`)
    .join(" ");
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
    ...document.adjustments.map((one) => ({
      place: "汇总调整",
      text: `${one.reason} ${one.proposedBy} ${one.signedBy}`,
    })),
    ...document.notes.map((text) => ({ place: "注", text })),
    ...document.gaps.map((text) => ({ place: "缺项清单", text })),
    { place: "更正原因", text: document.erratum?.reason ?? "" },
    ...(document.erratum?.passages ?? []).map((one) => ({
      place: `更正对照《${one.place}》`,
      text: `${one.before ?? ""}${one.after ?? ""}`,
    })),
    ...Object.values(document.provenance).flatMap((contributions) =>
      contributions.map((one) => ({ place: "附件", text: `${one.unit} ${one.submittedBy} ${one.approvedBy}` })),
    ),
  ];
}
