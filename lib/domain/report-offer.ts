import { headingOfAnchor } from "@/lib/domain/anchor";
import type { ChildGovernment, OfferState, PublishedVersion, TakenReport } from "@/lib/domain/child-report";
import type { CorrectionRequest } from "@/lib/domain/correction-request";
import type { OutlineHeading } from "@/lib/domain/cycle";
import { subtractDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";
import type { SectionId } from "@/lib/domain/format";
import type { SubmissionEntry } from "@/lib/domain/submission";
import type { VersionContent } from "@/lib/domain/version";
import { type FigureChange, listChanges } from "@/lib/domain/version-changes";

/** One cell or paragraph that taking a report over changes in a section. */
export type OfferChange = FigureChange & {
  sectionId: SectionId;
  /** By how much the figure of the whole rises with it; null of a text. */
  rise: DecimalText | null;
};

/** What taking a section over changes; zeros and empty texts where nothing was before are no change. */
export function listOfferChanges(before: VersionContent | null, after: VersionContent): OfferChange[] {
  const { sectionId } = after;
  return listChanges(before ?? { sectionId, figures: {}, paragraphs: {} }, after).flatMap((change): OfferChange[] => {
    const isText = headingOfAnchor(change.key) !== null;
    const rise = isText ? null : subtractDecimals(numberOf(change.after), numberOf(change.before));
    if (change.before === null && (isText ? change.after === "" : rise === "0")) return [];
    return [{ ...change, sectionId, rise }];
  });
}

function numberOf(found: string | null): DecimalText {
  const figure = readFigure(found);
  return figure.kind === "number" ? figure.value : "0";
}

/** What taking a published report over would change, or why it cannot be. */
export type Offer = {
  changes: OfferChange[];
  outline: OutlineHeading[];
  /** How many typed cells it leaves blank. */
  unread: number;
  /** The name of its form where that is not the year's. */
  otherForm: string | null;
};

/** A government below, and how its report of a year stands here. */
export type GovernmentEntry = ChildGovernment & {
  state: OfferState;
  published: PublishedVersion | null;
  taken: TakenReport | null;
  /** Its sections here; none where it came after the year was opened. */
  sections: SubmissionEntry[];
  /** What was sent back to it this year, the newest first. */
  asked: CorrectionRequest[];
};

/** One of them with what is offered; null where nothing is. */
export type ChosenGovernment = GovernmentEntry & { offer: Offer | null };
