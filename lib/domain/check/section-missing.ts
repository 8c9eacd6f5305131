import type { Check, CheckSubject, Finding } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { joinedText } from "@/lib/domain/check/subject-texts";
import type { SectionId } from "@/lib/domain/format";
import { getSection, listSectionCells } from "@/lib/domain/format-cells";

const PARTS =
  /(?:报告(?!期)|全文)(?:[^。；\n]{0,160}?)(?:共分为|共|等|分为|分成|分|包括|由)([一二三四五六七八九十]|\d{1,2})个?大?(?:部分|章节)(?:组成|构成)?(?=$|[。；，,\n])/u;
const NUMERALS = "零一二三四五六七八九十";

/** A report has all six sections. */
export const sectionMissing: Check = {
  rule: "SECTION-MISSING",
  version: 1,
  severity: "error",
  holdsFrom: "2019-11-23",
  source: "国办公开办函〔2019〕60号、〔2021〕30号 报告格式",
  formats: null,
  check: (subject) => {
    if (subject.level === "unit") return checkUnitTexts(subject);
    const missing = subject.sections.filter((sectionId) => isMissing(subject, sectionId));
    return [...missing.map((sectionId) => sectionFinding(subject, sectionId)), ...checkOwnCount(subject)];
  },
};

/**
 * True where nothing at all of a table section was read, which is one finding and not a hundred blanks. A unit's form is
 * different: there each blank is a cell that still waits.
 */
export function isSectionUnread(subject: CheckSubject, sectionId: SectionId): boolean {
  if (subject.level === "unit") return false;
  return listSectionCells(subject.format, sectionId).every((cell) => (subject.figures[cell.key] ?? "") === "");
}

function isMissing(subject: CheckSubject, sectionId: SectionId): boolean {
  const section = getSection(subject.format, sectionId);
  return section.kind === "narrative" ? joinedText(subject, sectionId) === "" : isSectionUnread(subject, sectionId);
}

/**
 * A unit writes under each heading that it was given: where there was nothing to report, it says so. A heading without a
 * title only opens or holds its section, and may stay empty unless it is all there is.
 */
function checkUnitTexts(subject: CheckSubject): Finding[] {
  const isEmpty = subject.texts.every((text) => text.text.trim() === "");
  return subject.texts
    .filter((text) => text.text.trim() === "" && (isEmpty || text.title !== ""))
    .map((text) =>
      newFinding({
        rule: "SECTION-MISSING",
        severity: "error",
        sectionId: text.sectionId,
        text: { headingKey: text.headingKey, start: 0, end: 0, quote: text.title },
        messageKey: text.title === "" ? "text_missing" : "heading_missing",
        values: { heading: text.title },
      }),
    );
}

function sectionFinding(subject: CheckSubject, sectionId: SectionId): Finding {
  const section = getSection(subject.format, sectionId);
  const expected = `${section.number}、${section.title}`;
  return newFinding({
    rule: "SECTION-MISSING",
    severity: "error",
    sectionId,
    expected,
    messageKey: "section_missing",
    values: { section: expected },
  });
}

/** A report that says of itself that it has five parts lacks one, even where only that sentence is known. */
function checkOwnCount(subject: CheckSubject): Finding[] {
  const required = subject.format.sections.length;
  for (const text of subject.texts) {
    const match = PARTS.exec(text.text);
    if (!match?.[1]) continue;
    const told = match[1].length === 1 && NUMERALS.includes(match[1]) ? NUMERALS.indexOf(match[1]) : Number(match[1]);
    if (told === required || Number.isNaN(told)) continue;
    const start = match.index;
    return [
      newFinding({
        rule: "SECTION-MISSING",
        severity: "error",
        sectionId: text.sectionId,
        text: { headingKey: text.headingKey, start, end: start + match[0].length, quote: match[0] },
        expected: String(required),
        actual: String(told),
        messageKey: "section_count_differs",
        values: { expected: required, actual: told },
      }),
    ];
  }
  return [];
}
