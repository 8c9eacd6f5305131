"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Todo } from "@/lib/domain/check/todo";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { SavingView } from "./cell-views";
import { Button } from "./ui/button";
import { StateTag } from "./ui/state-tag";

/** Refusals that only a look at the newest state can clear. */
const STALE: readonly RefusalCode[] = ["wrong_state", "changed_meanwhile", "cycle_closed", "not_found"];

type SectionBarProps = {
  /** What is saved. */
  status: ReactNode;
  saving: SavingView;
  refusal: RefusalCode | null;
  todo: Todo;
  /** How much is filled in, as a sentence. */
  progress: string;
  onRetry: () => void;
  onNext: () => void;
  /** The form that submits. */
  children: ReactNode;
};

/** At the foot of the page: what is saved, why one can or cannot submit, and the two buttons. */
export function SectionBar(props: SectionBarProps): ReactNode {
  const { status, saving, refusal, todo, progress, onRetry, onNext, children } = props;
  const t = useTranslations("section.bar");
  const errors = todo.errors.length + todo.blanks.length;
  const isStale = saving.state === "refused" && refusal !== null && STALE.includes(refusal);
  return (
    <section className="bar" aria-label={t("label")}>
      <div className="bar-in">
        {status}
        {saving.state === "refused" || saving.state === "offline" ? (
          <Button size="small" kind="quiet" onClick={isStale ? () => window.location.reload() : onRetry}>
            {isStale ? t("reload") : t("retry")}
          </Button>
        ) : null}
        <span className="grow" />
        <span className="sm num only-l">{progress}</span>
        <WhyNot saving={saving} errors={errors} warnings={todo.warnings.length} />
        {todo.blocking > 0 || saving.conflicts.length > 0 ? (
          <Button kind="primary" onClick={onNext}>
            {saving.conflicts.length > 0 ? t("nextConflict") : errors > 0 ? t("nextError") : t("nextWarning")}
          </Button>
        ) : null}
        {children}
      </div>
    </section>
  );
}

function WhyNot({ saving, errors, warnings }: { saving: SavingView; errors: number; warnings: number }): ReactNode {
  const t = useTranslations("section.bar");
  const id = "why-not";
  if (saving.conflicts.length > 0) {
    return (
      <span id={id}>
        <StateTag state="warning">{t("conflicts", { count: saving.conflicts.length })}</StateTag>
      </span>
    );
  }
  if (errors > 0) {
    return (
      <span id={id}>
        <StateTag state="error">{t("errors", { count: errors })}</StateTag>
      </span>
    );
  }
  if (warnings > 0) {
    return (
      <span id={id}>
        <StateTag state="warning">{t("warnings", { count: warnings })}</StateTag>
      </span>
    );
  }
  return (
    <span id={id} className="sm sec only-l">
      {saving.pending > 0 ? t("notSaved") : t("ready")}
    </span>
  );
}
