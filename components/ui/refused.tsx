"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { listTypedEntries } from "@/components/saving/typed-entries";
import { keepUnsaved } from "@/components/saving/unsaved-storage";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import type { ActionState } from "@/lib/web/form-action";

type RefusedProps = {
  state: ActionState;
  /** The form holds something that somebody typed; it is told what becomes of it. */
  hasTyped?: boolean;
  /** Brings the page up to date in its own way, where refreshing would not show what is stored. */
  onReload?: () => void;
  /** One line beside a button instead of a box of its own. */
  isInline?: boolean;
  className?: string;
};

/**
 * Why a form was refused. Where the page shows what no longer holds, a button brings it up to date; the form stays as it
 * is, with what was typed in it. A page from before an upgrade is loaded anew, and lists what was typed at its top.
 * Without scripts the answer to the form is the newest page already.
 */
export function Refused({ state, hasTyped = false, onReload, isInline = false, className }: RefusedProps): ReactNode {
  const [fresh, setFresh] = useState<ActionState | null>(null);
  if (state.status !== "refused") return null;
  if (state.isOutdated) {
    return (
      <Said isInline={isInline} className={className}>
        {state.message}
        <LoadAnew hasTyped={hasTyped} onReload={onReload} />
      </Said>
    );
  }
  if (!state.isStale) {
    return (
      <Said isInline={isInline} className={className}>
        {state.message}
      </Said>
    );
  }
  return fresh === state ? (
    <Fresh hasTyped={hasTyped} isInline={isInline} className={className} />
  ) : (
    <Said isInline={isInline} className={className}>
      {state.message}
      <Reload hasTyped={hasTyped} onReload={onReload} onFresh={() => setFresh(state)} />
    </Said>
  );
}

type SaidProps = { isInline: boolean; className: string | undefined; children: ReactNode };

function Said({ isInline, className, children }: SaidProps): ReactNode {
  return isInline ? (
    <div className={cn("text-sm text-danger", className)} role="alert">
      {children}
    </div>
  ) : (
    <Alert variant="error" isAnnounced className={className}>
      {children}
    </Alert>
  );
}

type ReloadProps = { hasTyped: boolean; onReload: (() => void) | undefined; onFresh: () => void };

function Reload({ hasTyped, onReload, onFresh }: ReloadProps): ReactNode {
  const t = useTranslations("common.stale");
  const router = useRouter();
  const [isAsked, setAsked] = useState(false);
  const [isPending, start] = useTransition();
  useEffect(() => {
    if (isAsked && !isPending) onFresh();
  }, [isAsked, isPending, onFresh]);
  return (
    <>
      {hasTyped ? <p className="mt-1 text-sm text-ink-2">{t("kept")}</p> : null}
      <Button
        size="sm"
        className="my-1 flex"
        disabled={isPending}
        onClick={() => {
          if (onReload) return onReload();
          setAsked(true);
          start(() => router.refresh());
        }}
      >
        {isPending ? <Spinner /> : null}
        {t(isPending ? "reloading" : "reload")}
      </Button>
    </>
  );
}

function LoadAnew({ hasTyped, onReload }: Omit<ReloadProps, "onFresh">): ReactNode {
  const t = useTranslations("common.unanswered");
  const load = (event: MouseEvent<HTMLButtonElement>) => {
    if (onReload) return onReload();
    const { currentTarget } = event;
    keepUnsaved(window.location.pathname, listTypedEntries(currentTarget.closest("form") ?? document.body));
    window.location.reload();
  };
  return (
    <>
      {hasTyped ? <p className="mt-1 text-sm text-ink-2">{t("kept")}</p> : null}
      <Button size="sm" className="my-1 flex" onClick={load}>
        {t("reload")}
      </Button>
    </>
  );
}

/** Takes the focus from the button that was pressed and is gone. */
function Fresh({ hasTyped, isInline, className }: Omit<SaidProps, "children"> & { hasTyped: boolean }): ReactNode {
  const t = useTranslations("common.stale");
  const messageRef = useRef<HTMLDivElement>(null);
  useEffect(() => messageRef.current?.focus(), []);
  const text = t(hasTyped ? "freshKept" : "fresh");
  return isInline ? (
    <div ref={messageRef} tabIndex={-1} className={cn("text-sm text-ink-2", className)} role="status">
      {text}
    </div>
  ) : (
    <Alert ref={messageRef} tabIndex={-1} variant="info" isAnnounced className={className}>
      {text}
    </Alert>
  );
}
