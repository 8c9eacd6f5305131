"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SavingView } from "@/components/saving/cell-views";
import { useHasScripts } from "@/components/saving/fill-form";
import { BottomBar } from "@/components/ui/bottom-bar";
import { Button } from "@/components/ui/button";
import { StateBadge } from "@/components/ui/state-badge";
import type { Todo } from "@/lib/domain/check/todo";
import type { RefusalCode } from "@/lib/domain/refusal";

/** The sentence that the submit button is described by. */
export const WHY_NOT = "why-not";

/** Refusals after which nothing can be done here any more. */
const OVER: readonly RefusalCode[] = ["role_ended"];

type SectionBarProps = {
  /** What is saved. */
  status: ReactNode;
  saving: SavingView;
  refusal: RefusalCode | null;
  todo: Todo;
  /** Blank cells that count as 0 when the section is submitted. */
  blanksAsZero: number;
  /** Comments that nobody has marked as dealt with; they are told and keep nothing back. */
  openComments: number;
  /** How much is filled in, as a sentence. */
  progress: string;
  onRetry: () => void;
  /** Shows the newest state, and keeps what was typed and not saved. */
  onReload: () => void;
  onNext: () => void;
  /** The form that submits. */
  children: ReactNode;
};

/** At the foot of the page: what is saved, why one can or cannot submit, and the two buttons. */
export function SectionBar(props: SectionBarProps): ReactNode {
  const { status, saving, refusal, todo, progress, onRetry, onReload, onNext, children } = props;
  const t = useTranslations("section.bar");
  const hasScripts = useHasScripts();
  const nextWord =
    saving.conflicts.length > 0
      ? "nextConflict"
      : todo.errors.length > 0
        ? "nextError"
        : todo.blanks.length > 0
          ? "nextBlank"
          : "nextWarning";
  const isOver = saving.state === "refused" && refusal !== null && OVER.includes(refusal);
  return (
    <BottomBar aria-label={t("label")}>
      {status}
      {(saving.state === "refused" && !isOver) || saving.state === "offline" || saving.state === "outdated" ? (
        <Button size="sm" variant="ghost" className="max-md:flex-1" onClick={saving.isStale ? onReload : onRetry}>
          {saving.isStale ? t("reload") : t("retry")}
        </Button>
      ) : null}
      <span className="min-w-0 flex-1 max-md:hidden" />
      <span className="text-sm max-md:hidden">{progress}</span>
      <WhyNot {...props} />
      {hasScripts && !isOver && (todo.blocking > 0 || saving.conflicts.length > 0) ? (
        <Button variant="primary" className="max-md:flex-1" onClick={onNext}>
          {t(nextWord)}
        </Button>
      ) : null}
      {isOver ? null : children}
    </BottomBar>
  );
}

/** Why one cannot submit yet, or that one can. */
function WhyNot({ saving, todo, openComments, blanksAsZero }: SectionBarProps): ReactNode {
  const t = useTranslations("section.bar");
  const conflicts = saving.conflicts.length;
  const errors = todo.errors.length + todo.blanks.length;
  const warnings = todo.warnings.length;
  if (saving.state === "refused") {
    return (
      <span id={WHY_NOT} className="flex items-center max-md:w-full">
        <StateBadge state="error" className="max-md:whitespace-normal">
          {t("refused")}
        </StateBadge>
      </span>
    );
  }
  if (conflicts + errors + warnings === 0) {
    return (
      <span
        id={WHY_NOT}
        className="text-sm text-ink-2 max-md:hidden max-md:data-blanks:block max-md:data-blanks:w-full"
        data-blanks={blanksAsZero > 0 || undefined}
      >
        {blanksAsZero > 0
          ? t("blanksAsZero", { count: blanksAsZero })
          : saving.pending > 0
            ? t("notSaved")
            : openComments > 0
              ? t("readyWithComments", { count: openComments })
              : t("ready")}
      </span>
    );
  }
  const isError = conflicts === 0 && errors > 0;
  return (
    <span id={WHY_NOT} className="max-md:w-full">
      <StateBadge state={isError ? "error" : "warning"} className="max-md:whitespace-normal">
        {conflicts > 0
          ? t("conflicts", { count: conflicts })
          : todo.errors.length > 0
            ? t("errors", { count: errors })
            : errors > 0
              ? t("blanks", { count: errors })
              : t("warnings", { count: warnings })}
      </StateBadge>
    </span>
  );
}
