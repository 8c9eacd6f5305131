import type { ReactNode } from "react";
import { PageAside } from "@/components/ui/page";
import { SectionPanel } from "./section-panel";
import { SectionTableSide } from "./section-table-side";
import type { SectionWorkProps } from "./section-work-props";
import type { SectionWork } from "./use-section-work";

type SectionAsideProps = {
  section: SectionWorkProps;
  work: SectionWork;
  isText: boolean;
  onFresh: () => void;
  onHistory: (cellKey: string) => void;
};

/** Beside the section: what the rules say, what the office noted, and, of tables, the cell that is being filled in. */
export function SectionAside({ section, work, isText, onFresh, onHistory }: SectionAsideProps): ReactNode {
  const { submissionId, answers, format, explanations, actions } = section;
  const { saver, saving, current, places, found, written } = work;
  const isSaved = saving.pending === 0;
  return (
    <PageAside className="xl:max-h-[calc(100dvh-8.75rem)] xl:overflow-y-auto">
      <SectionPanel
        submissionId={submissionId}
        format={format}
        sectionId={answers.sectionId}
        year={answers.cycle.year}
        explanations={explanations}
        comments={section.comments}
        saver={saver}
        todo={found.todo}
        blanksAsZero={found.blanksAsZero}
        current={current}
        valueAt={written.valueAt}
        places={places}
        corrections={work.corrections}
        isSaved={isSaved}
        explainAction={actions.explain}
        resolve={{ requestId: section.requestIds.resolve, action: actions.resolve }}
      />
      {isText ? null : (
        <SectionTableSide
          submissionId={submissionId}
          format={format}
          current={current}
          previousYear={answers.previous?.year ?? null}
          takenOverFrom={answers.previous?.takenOverFrom ?? []}
          saver={saver}
          found={found}
          explanations={explanations}
          correctCarried={actions.correctCarried}
          onHistory={onHistory}
          onZeros={(cellKey, line) => places.grid.current?.fillZeros(cellKey, line)}
          isSaved={isSaved}
          onFresh={onFresh}
        />
      )}
    </PageAside>
  );
}
