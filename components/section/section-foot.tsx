import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SaveStatus } from "@/components/saving/save-status";
import { SectionBar } from "./section-bar";
import { SectionSubmit } from "./section-submit";
import type { SectionWorkProps } from "./section-work-props";
import type { SectionWork } from "./use-section-work";

type SectionFootProps = {
  section: SectionWorkProps;
  work: SectionWork;
  isText: boolean;
  /** Submits the section. */
  send: (data: FormData) => void;
  /** Somebody tried to submit while something was in the way. */
  onBlocked: () => void;
  onReload: () => void;
};

/** The bar at the bottom: whether everything is saved, how much is filled in, what is in the way, and submitting. */
export function SectionFoot({ section, work, isText, send, onBlocked, onReload }: SectionFootProps): ReactNode {
  const { saver, saving, found, written } = work;
  const { todo } = found;
  const t = useTranslations("section");
  return (
    <SectionBar
      status={<SaveStatus saver={saver} signInHref={section.signInHref} isText={isText} />}
      saving={saving}
      refusal={work.refusal}
      todo={todo}
      blanksAsZero={found.blanksAsZero.length}
      openComments={section.comments.filter((comment) => comment.resolved === null).length}
      progress={t(isText ? "bar.paragraphs" : "bar.filled", { filled: written.filled, all: work.keys.length })}
      onRetry={saver.retry}
      onReload={onReload}
      onNext={work.goNext}
    >
      <SectionSubmit
        submissionId={section.submissionId}
        requestId={section.requestIds.fill}
        revision={Math.max(section.revision, work.savedRevision)}
        send={send}
        blocking={found.inTheWay + saving.conflicts.length}
        blanksSeen={found.blanksAsZero.length}
        pending={saving.pending}
        needsSignature={section.needsSignature}
        isPrimary={todo.blocking + saving.conflicts.length === 0}
        onBlocked={onBlocked}
        onFlush={saver.retry}
      />
    </SectionBar>
  );
}
