"use client";

import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";

type FillFormValue = {
  id: string;
  /** What stood in the form's fields when it was last sent and not accepted. */
  kept: Readonly<Record<string, unknown>>;
};

const FillForm = createContext<FillFormValue | null>(null);

/** The id of the form that the fields inside belong to while no script saves them one by one. */
export function FillFormProvider({ value, children }: { value: FillFormValue; children: ReactNode }): ReactNode {
  return <FillForm value={value}>{children}</FillForm>;
}

/** The form that a field is to be sent with; null once scripts run, or where nothing is filled in. */
export function useFillForm(): FillFormValue | null {
  const form = useContext(FillForm);
  const hasScripts = useHasScripts();
  return hasScripts ? null : form;
}

/** False on the server and until the page's scripts run, which in some browsers they never do. */
export function useHasScripts(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
