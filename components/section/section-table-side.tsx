"use client";

import type { ReactNode } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import type { Format } from "@/lib/domain/format";
import type { FormAction } from "@/lib/web/form-action";
import { SectionCarried } from "./section-carried";
import { SectionCarriedPlain } from "./section-carried-plain";
import { GridKeys, SectionGuideCard } from "./section-guide";
import type { UnitExplained } from "./section-panel-props";
import type { SectionFindings } from "./use-section-findings";

type SectionTableSideProps = {
  submissionId: string;
  format: Format;
  /** The cell that one is in. */
  current: string | null;
  previousYear: number | null;
  takenOverFrom: readonly string[];
  saver: CellSaver;
  found: SectionFindings;
  explanations: readonly UnitExplained[];
  correctCarried: FormAction;
  onHistory: (cellKey: string) => void;
  /** Puts 0 into what is blank of a cell's row or column. */
  onZeros: (cellKey: string, line: "row" | "column") => void;
  isSaved: boolean;
  /** The stored figures have changed under the page. */
  onFresh: () => void;
};

/** Beside a table: the cell that one is in, what was carried over into it, and the keys of the grid. */
export function SectionTableSide(props: SectionTableSideProps): ReactNode {
  const { submissionId, format, current, previousYear, takenOverFrom, saver, found, explanations, correctCarried } =
    props;
  const carried = { submissionId, format, previousYear, takenOverFrom, saver, action: correctCarried };
  return (
    <>
      <SectionCarried
        key={current}
        {...carried}
        cellKey={current}
        found={found}
        explanations={explanations}
        isSaved={props.isSaved}
        onDone={props.onFresh}
      />
      <noscript>
        <SectionCarriedPlain {...carried} carried={found.carried} />
      </noscript>
      <SectionGuideCard format={format} cellKey={current} onZeros={props.onZeros} onHistory={props.onHistory} />
      <GridKeys />
    </>
  );
}
