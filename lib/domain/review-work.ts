import type { Figures } from "@/lib/domain/cell";
import type { Finding } from "@/lib/domain/check/finding";
import type { TakenReport } from "@/lib/domain/child-report";
import type { StoredEvent } from "@/lib/domain/events";
import type { QueuePlace } from "@/lib/domain/review";
import type { SubmissionWork } from "@/lib/domain/section-work";
import type { SubmissionEntry } from "@/lib/domain/submission";
import type { StoredVersion } from "@/lib/domain/version";
import type { FigureChange } from "@/lib/domain/version-changes";

/** One version as a reader sees it: totals filled in, live figures in the text printed. */
export type ShownVersion = StoredVersion & {
  figures: Figures;
  /** Heading key to text. */
  texts: Readonly<Record<string, string>>;
};

export type ReviewWork = Omit<SubmissionWork, "findings" | "subject"> & {
  /** The version looked at; null before the first submit. */
  shown: ShownVersion | null;
  /** What it is compared with: the version before, or the one asked for. */
  before: ShownVersion | null;
  changes: FigureChange[];
  /** What the checks say of the version looked at, whatever the unit has typed since. */
  findings: Finding[];
  /** How the submission came here, newest first. */
  events: StoredEvent[];
  place: QueuePlace;
  /** The published report of a government below that the version looked at was taken from. */
  takenReport: TakenReport | null;
};

/** One submission as the queue lists it. */
export type QueueEntry = SubmissionEntry & {
  isOwn: boolean;
  /** Cells and paragraphs that differ from the version before; null in a first version. */
  changes: number | null;
  /** Explanations of warnings that nobody has accepted yet. */
  explanations: number;
  /** The reviewer who has begun with it. */
  takenBy: string | null;
};
