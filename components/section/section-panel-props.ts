import type { ShownComment } from "@/components/findings/comment-card";
import type { CellSaver } from "@/components/saving/cell-saver";
import type { Todo } from "@/lib/domain/check/todo";
import type { GivenExplanation } from "@/lib/domain/explanation";
import type { Format, SectionId } from "@/lib/domain/format";
import type { FormAction } from "@/lib/web/form-action";
import type { SectionCorrections } from "./section-corrections";
import type { SectionPlaces } from "./use-section-places";

/** What the unit said to a finding, with who accepted it. */
export type UnitExplained = GivenExplanation & { acceptedByName: string | null };

export type SectionPanelProps = {
  submissionId: string;
  format: Format;
  sectionId: SectionId;
  year: number;
  explanations: readonly UnitExplained[];
  comments: readonly ShownComment[];
  saver: CellSaver;
  /** Blank cells that count as 0 when the section is submitted. */
  blanksAsZero: readonly string[];
  todo: Todo;
  /** The cell or text that has the focus. */
  current: string | null;
  valueAt: (anchor: string) => string | null;
  places: SectionPlaces;
  corrections: SectionCorrections;
  isSaved: boolean;
  explainAction: FormAction;
  resolve: { requestId: string; action: FormAction };
};
