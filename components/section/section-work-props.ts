import type { ReactNode } from "react";
import type { ShownComment } from "@/components/findings/comment-card";
import type { Figures } from "@/lib/domain/cell";
import type { UnitAnswers } from "@/lib/domain/check/subject";
import type { Format } from "@/lib/domain/format";
import type { VersionContent } from "@/lib/domain/version";
import type { FormAction } from "@/lib/web/form-action";
import type { CellHistoryCall } from "./cell-history";
import type { UnitExplained } from "./section-panel-props";
import type { ReadPastedCall } from "./section-save";
import type { ReadWorkbookCall } from "./section-workbook";

/** What the page of a section can do. */
export type SectionActions = {
  readPasted: ReadPastedCall;
  loadCellHistory: CellHistoryCall;
  readWorkbook: ReadWorkbookCall;
  fill: FormAction;
  explain: FormAction;
  correctCarried: FormAction;
  resolve: FormAction;
};

/** What the page of a section is given. */
export type SectionWorkProps = {
  submissionId: string;
  /** Who fills in: what is typed stays on the machine for them. */
  personId: string;
  /** What is checked, by the official form. */
  answers: UnitAnswers;
  /** The form as it is drawn, its labels in the reader's language. */
  format: Format;
  /** Typed cells of the section and its indicators as stored. */
  values: Figures;
  /** The unit's text of the year before, by heading, where the office lets it be used again. */
  lastTexts: Readonly<Record<string, string>>;
  /** What was sent last, to show what has changed since; null before the first time. */
  last: { version: number; content: VersionContent } | null;
  revision: number;
  needsSignature: boolean;
  isNil: boolean;
  explanations: readonly UnitExplained[];
  comments: readonly ShownComment[];
  /** One id for each form of the page. */
  requestIds: { fill: string; resolve: string };
  actions: SectionActions;
  signInHref: string;
  /** Where the section is downloaded as a workbook. */
  workbookHref: string;
  head: { backHref: string; title: string; tag: ReactNode; deadline: ReactNode };
  /** Why it came back. */
  notice: ReactNode;
  /** The list of versions, behind its button. */
  versions: ReactNode;
};
