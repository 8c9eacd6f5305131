"use client";

import { BellIcon, CalendarPlusIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { useFormAction } from "@/components/saving/use-form-action";
import { Alert } from "@/components/ui/alert";
import { CardHeader } from "@/components/ui/card";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState, FormAction } from "@/lib/web/form-action";

type OverviewFormProps = {
  cycleId: string;
  requestId: string;
  /** Reminds the units chosen; null where the reader may not. */
  remindAction: FormAction | null;
  /** Leads to the form that extends the units chosen; null where the reader may not. */
  extendAction: FormAction | null;
  /** What stands at the left: ways of looking. */
  filters: ReactNode;
  /** What needs no choice: the export. */
  actions: ReactNode;
  children: ReactNode;
};

/** The matrix with what can be done about the units chosen in it; without such an act it is only looked at. */
export function OverviewForm(props: OverviewFormProps): ReactNode {
  const { remindAction, extendAction, filters, actions, children } = props;
  const main = remindAction ?? extendAction;
  if (main) return <ChoiceForm {...props} main={main} second={extendAction ?? main} />;
  return (
    <>
      <Tools>
        {filters}
        {actions}
      </Tools>
      {children}
    </>
  );
}

function ChoiceForm(props: OverviewFormProps & { main: FormAction; second: FormAction }): ReactNode {
  const { cycleId, requestId, remindAction, extendAction, main, second, filters, actions, children } = props;
  const t = useTranslations("overview.form");
  const [done, send] = useFormAction(main);
  const [extended, extend] = useFormAction(second);
  const [chosen, setChosen] = useState(0);
  const count = (event: FormEvent<HTMLFormElement>) =>
    setChosen(event.currentTarget.querySelectorAll('input[name="organisationIds[]"]:checked').length);

  return (
    // React empties a form after its act; what was chosen stays chosen.
    <form action={send} onChange={count} onReset={(event) => event.preventDefault()}>
      <input type="hidden" name="cycleId" value={cycleId} />
      <input type="hidden" name="requestId" value={requestId} />
      <Tools>
        {filters}
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-sm text-ink-2" aria-live="polite">
            {chosen > 0 ? t("chosen", { count: chosen }) : null}
          </span>
          {remindAction ? (
            <SubmitButton size="sm" busyLabel={t("reminding")} name="step" value="remind">
              <BellIcon className="size-3.5" />
              {t("remind")}
            </SubmitButton>
          ) : null}
          {extendAction ? (
            <SubmitButton
              size="sm"
              busyLabel={t("opening")}
              name="step"
              value="extend"
              {...(remindAction ? { formAction: extend } : {})}
            >
              <CalendarPlusIcon className="size-3.5" />
              {t("extend")}
            </SubmitButton>
          ) : null}
          {actions}
        </div>
      </Tools>
      <Said state={extended.status === "idle" ? done : extended} />
      {children}
    </form>
  );
}

function Tools({ children }: { children: ReactNode }): ReactNode {
  return <CardHeader className="flex-wrap max-md:*:max-w-full">{children}</CardHeader>;
}

function Said({ state }: { state: ActionState }): ReactNode {
  const t = useTranslations("overview.form");
  if (state.status === "idle" || (state.status === "done" && state.message === "")) return null;
  if (state.status === "refused") return <Refused state={state} className="mx-4 my-2.5" />;
  return (
    <Alert variant={state.status === "done" ? "success" : "error"} isAnnounced className="mx-4 my-2.5">
      {state.status === "invalid" ? t("chooseFirst") : state.message}
    </Alert>
  );
}

type RemindLateFormProps = {
  action: FormAction;
  cycleId: string;
  requestId: string;
  /** How many units that is. */
  count: number;
};

/** One press reminds every unit that is late. */
export function RemindLateForm({ action, cycleId, requestId, count }: RemindLateFormProps): ReactNode {
  const t = useTranslations("overview.form");
  const [state, send] = useFormAction(action);
  return (
    <form action={send}>
      <input type="hidden" name="cycleId" value={cycleId} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="allLate" value="on" />
      <SubmitButton size="lg" busyLabel={t("reminding")}>
        <BellIcon />
        {t("remindLate", { count })}
      </SubmitButton>
      <Refused state={state} isInline className="mt-1" />
      {state.status === "done" ? (
        <p className="mt-1 text-sm text-ok" role="status">
          {state.message}
        </p>
      ) : null}
    </form>
  );
}
