import { type CheckedText, type CheckSubject, PREFACE_KEY } from "@/lib/domain/check/finding";
import type { SectionId } from "@/lib/domain/format";

/** What stands before section 一: it may speak of the report and of its figures, and is no section's text. */
export function prefaceText(text: string): CheckedText[] {
  if (text.trim() === "") return [];
  return [{ headingKey: PREFACE_KEY, sectionId: "overview", title: "", text, isExcerpt: true }];
}

/** The whole text of a section, heading by heading; quoted sentences are not the text of a section. */
export function fullTexts(subject: CheckSubject, sectionId: SectionId): CheckedText[] {
  return subject.texts.filter((text) => text.sectionId === sectionId && !text.isExcerpt);
}

/** A section's titles and text as one string; empty when nothing is written. */
export function joinedText(subject: CheckSubject, sectionId: SectionId): string {
  return fullTexts(subject, sectionId)
    .map((text) => text.text.trim())
    .filter((text) => text !== "")
    .join("\n");
}
