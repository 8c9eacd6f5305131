import type { StoredComment } from "@/lib/domain/comment";
import type { Cycle, OutlineHeading } from "@/lib/domain/cycle";
import type { DeskAct } from "@/lib/domain/desk";
import type { DomainEvent, EventType, StoredEvent } from "@/lib/domain/events";
import type { FormatSection, SectionId } from "@/lib/domain/format";
import type { Seal } from "@/lib/domain/seal";
import type { SubmissionEntry } from "@/lib/domain/submission";

/** What a list says happened last; what the office notes while it reviews is not told before it is sent. */
export const TOLD_TYPES = [
  "figures_saved",
  "paragraph_saved",
  "section_declared_nil",
  "section_submitted",
  "section_signed",
  "signature_declined",
  "submission_withdrawn",
  "review_begun",
  "review_released",
  "submission_returned",
  "submission_approved",
  "submission_reopened",
  "reopening_undone",
  "due_date_extended",
] as const satisfies readonly EventType[];

/** An event that the list has words for. */
export type ToldEvent = Omit<StoredEvent, "event"> & {
  event: Extract<DomainEvent, { type: (typeof TOLD_TYPES)[number] }>;
};

/** One section of the person's own units, as the desk lists it. */
export type DeskTask = SubmissionEntry & {
  section: FormatSection;
  headings: OutlineHeading[];
  act: DeskAct;
  errors: number;
  warnings: number;
  explained: number;
  lastEvent: ToldEvent | null;
  /** Who sent it back last, while that is still to be dealt with. */
  returned: ToldEvent | null;
  comments: StoredComment[];
};

export type Desk = {
  cycle: Cycle;
  tasks: DeskTask[];
  /** Sections of the form that somebody else fills in, with the one unit that does where it is one. */
  others: { sectionId: SectionId; unitName: string | null }[];
  /** The newest seal of the history, which receipts carry out of the house. */
  seal: Seal | null;
  /** The office's last reminder, while something that it named is still with the unit. */
  reminder: { at: Date; by: string; sectionIds: SectionId[] } | null;
};
