import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeptEntries } from "@/components/saving/kept-entries";
import { UnsavedEntries } from "@/components/saving/unsaved-entries";
import { Alert } from "@/components/ui/alert";
import { listChanges } from "@/lib/domain/version-changes";
import type { ActionState } from "@/lib/web/form-action";
import { SectionBlocked } from "./section-blocked";
import { SectionChanges } from "./section-changes";
import { SectionConflicts } from "./section-conflicts";
import { SectionFilled } from "./section-filled";
import { SectionNil } from "./section-nil";
import { SectionTables } from "./section-tables";
import { SectionTexts } from "./section-texts";
import type { SectionWorkProps } from "./section-work-props";
import { useReadPasted } from "./use-read-pasted";
import type { SectionWork } from "./use-section-work";

type SectionColumnProps = {
  section: SectionWorkProps;
  work: SectionWork;
  isText: boolean;
  /** Last year's figures stand beside this year's. */
  isComparing: boolean;
  /** What the last submit answered. */
  filled: ActionState;
  isFilling: boolean;
  /** Whether somebody tried to submit while something was in the way. */
  isBlockShown: boolean;
  onReload: () => void;
  onHistory: (cellKey: string) => void;
};

/** The column that is filled in, under what has to be said of it: what is in the way, what came back, what changed. */
export function SectionColumn(props: SectionColumnProps): ReactNode {
  const { section, work, isText, filled, onReload } = props;
  const { submissionId, last, notice } = section;
  const { saver, places, found, written, kept } = work;
  const { placeOf } = places;
  const isBlocked = props.isBlockShown || filled.status === "refused";
  const t = useTranslations("section");
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <noscript>
        <Alert variant="warning">{t("filled.noScripts")}</Alert>
      </noscript>
      <UnsavedEntries
        of={submissionId}
        onPutBack={(entries) =>
          saver.write(entries.map(({ anchor, value }) => ({ cellKey: anchor, value: value === "" ? null : value })))
        }
      />
      <KeptEntries entries={kept.found} onSend={kept.send} onDrop={kept.drop} />
      <SectionFilled state={filled} placeOf={placeOf} />
      <SectionBlocked
        state={filled}
        isShown={isBlocked}
        blocking={found.blocking}
        places={places}
        onReload={onReload}
      />
      {notice}
      {last ? (
        <SectionChanges
          version={last.version}
          changes={listChanges(last.content, written.contentNow())}
          reason={askedReason(filled)}
          placeOf={placeOf}
          onGo={(anchor) => places.goTo(anchor)}
        />
      ) : null}
      {isText ? <Texts {...props} isBlankShown={isBlocked} /> : <Tables {...props} />}
    </div>
  );
}

function Texts({ section, work, isBlankShown }: SectionColumnProps & { isBlankShown: boolean }): ReactNode {
  const { saver, saving, places, found } = work;
  return (
    <>
      <SectionConflicts conflicts={saving.conflicts} saver={saver} placeOf={places.placeOf} />
      <SectionTexts
        answers={section.answers}
        lastTexts={section.lastTexts}
        saver={saver}
        findings={found.findings}
        isBlankShown={isBlankShown}
        onFocus={work.setCurrent}
      />
    </>
  );
}

function Tables({ section, work, isComparing, isFilling, onHistory }: SectionColumnProps): ReactNode {
  const { submissionId, answers, format } = section;
  const { saver, saving, found, written } = work;
  const { grid } = work.places;
  const readPasted = useReadPasted(section.actions.readPasted, submissionId);
  return (
    <>
      <SectionNil
        isNil={section.isNil && written.isAllZero}
        blanks={written.isNothingButZeros ? work.keys.length - written.filled : 0}
        isSaved={saving.pending === 0}
        isActing={isFilling}
      />
      <SectionTables
        ref={grid}
        format={format}
        sectionId={answers.sectionId}
        previous={answers.previous?.figures ?? null}
        saver={saver}
        findings={found.findings}
        explainedIds={found.explainedIds}
        locked={found.locked}
        comments={section.comments}
        before={section.last?.content.figures ?? null}
        isComparing={isComparing}
        readPasted={readPasted}
        onFocus={work.setCurrent}
        onHistory={onHistory}
      />
    </>
  );
}

/** What was typed as the reason for sending the same again; null where nobody has asked for one. */
function askedReason(state: ActionState): string | null {
  const typed = "values" in state ? state.values.unchangedReason : undefined;
  if (typeof typed === "string") return typed;
  return state.status === "refused" && state.code === "unchanged_since_version" ? "" : null;
}
