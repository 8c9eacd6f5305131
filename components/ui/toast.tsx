"use client";

import { CheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Action, Description, Provider, Root, Viewport } from "radix-ui/toast";
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";

const SHOWN_MS = 6000;
const MOST_AT_ONCE = 3;

export type ToastMessage = { text: string; undo?: () => void };
type Shown = ToastMessage & { id: number };

const ToastContext = createContext<(message: ToastMessage) => void>(() => {});

/** Shows a toast; only for what can be undone. What must stay is a receipt or an alert. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

/** Holds the toasts of the pages inside it. Each goes after six seconds, but not while it is focused or pointed at. */
export function ToastProvider({ children }: { children: ReactNode }): ReactNode {
  const t = useTranslations("common");
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const nextId = useRef(1);

  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current;
    nextId.current += 1;
    setShown((before) => [...before.slice(1 - MOST_AT_ONCE), { ...message, id }]);
  }, []);
  const remove = useCallback((id: number) => setShown((before) => before.filter((toast) => toast.id !== id)), []);

  return (
    <ToastContext value={show}>
      <Provider duration={SHOWN_MS} label={t("toasts")}>
        {children}
        {shown.map((toast) => (
          <Root
            key={toast.id}
            className="inline-flex animate-rise items-center gap-3 rounded-sm bg-ink px-3.5 py-2.25 text-white shadow-pop"
            onOpenChange={(isOpen) => (isOpen ? undefined : remove(toast.id))}
          >
            <CheckIcon />
            <Description>{toast.text}</Description>
            {toast.undo ? (
              <Action className="text-on-ink hover:underline" altText={t("undo")} onClick={toast.undo}>
                {t("undo")}
              </Action>
            ) : null}
          </Root>
        ))}
        <Viewport className="fixed inset-x-0 bottom-18 z-50 mx-auto flex w-max max-w-[calc(100vw---spacing(8))] flex-col items-center gap-2 max-md:bottom-4" />
      </Provider>
    </ToastContext>
  );
}
