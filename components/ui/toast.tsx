"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { TickIcon } from "@/components/icons";

const SHOWN_MS = 6000;

export type ToastMessage = { text: string; undo?: () => void };
type Shown = ToastMessage & { id: number };

const ToastContext = createContext<(message: ToastMessage) => void>(() => {});

/** Shows a toast; only for what can be undone. What must stay is a receipt or an alert. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

/** Holds the toasts of the pages inside it. */
export function ToastProvider({ children }: { children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const nextId = useRef(1);

  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current;
    nextId.current += 1;
    setShown((before) => [...before.slice(-2), { ...message, id }]);
  }, []);
  const remove = useCallback((id: number) => setShown((before) => before.filter((toast) => toast.id !== id)), []);

  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {shown.map((toast) => (
          <Toast key={toast.id} toast={toast} onGone={remove} />
        ))}
      </div>
    </ToastContext>
  );
}

/** Goes after six seconds, but not while it is focused or under the pointer. */
function Toast({ toast, onGone }: { toast: Shown; onGone: (id: number) => void }): ReactNode {
  const t = useTranslations("common");
  const [isHeld, setHeld] = useState(false);

  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => onGone(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, onGone, toast.id]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding it open is a courtesy; the button inside does the act.
    <span
      className="toast"
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <TickIcon />
      {toast.text}
      {toast.undo ? (
        <button
          type="button"
          onClick={() => {
            toast.undo?.();
            onGone(toast.id);
          }}
        >
          {t("undo")}
        </button>
      ) : null}
    </span>
  );
}
