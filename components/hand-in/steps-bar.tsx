"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Told } from "@/components/hand-in/nil-offer";
import { useFormAction } from "@/components/saving/use-form-action";
import { HeadStatements } from "@/components/section/head-statements";
import { BottomBar } from "@/components/ui/bottom-bar";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState, FormAction } from "@/lib/web/form-action";
import { SECTION_FORM_IDS } from "./section-form-ids";

type StepsBarProps = {
  step: keyof typeof SECTION_FORM_IDS;
  requestId: string;
  action: FormAction;
  /** False where nothing can be ticked; what was said before stays. */
  isOpen: boolean;
  /** What pressing the button does, beside it. */
  what: string;
  label: string;
  busyLabel: string;
  children: ReactNode;
  /** What stands below, and is no part of the step. */
  after: ReactNode;
};

/** One step with all ticked sections: what it said at the top of the page, its button at the foot. */
export function StepsBar(props: StepsBarProps): ReactNode {
  const t = useTranslations("handin.bar");
  const statements = useTranslations("section.statements");
  const [state, send] = useFormAction(props.action);
  const whatId = `${SECTION_FORM_IDS[props.step]}-what`;
  return (
    <>
      <div className="mx-auto w-full max-w-page px-gutter max-md:px-4">
        {isToldBelow(props.step, state) ? null : <Told state={state} />}
      </div>
      {props.children}
      <div className="mx-auto grid w-full max-w-page gap-4 px-gutter pb-6 max-md:px-4">
        {props.step === "sign" && props.isOpen ? (
          <Card>
            <CardHeader>
              <CardTitle>{statements("title")}</CardTitle>
            </CardHeader>
            <CardContent className="max-w-notice">
              <HeadStatements state={state} form={SECTION_FORM_IDS.sign} />
            </CardContent>
          </Card>
        ) : null}
        {props.after}
      </div>
      {props.isOpen ? (
        <BottomBar aria-label={t("label")}>
          <span id={whatId} className="min-w-0 flex-1 text-sm text-ink-2">
            {props.what}
          </span>
          <form action={send} id={SECTION_FORM_IDS[props.step]} className="max-md:flex-1">
            <input type="hidden" name="requestId" value={props.requestId} />
            <SubmitButton
              variant="primary"
              busyLabel={props.busyLabel}
              aria-describedby={whatId}
              className="max-md:w-full"
            >
              {props.label}
            </SubmitButton>
          </form>
        </BottomBar>
      ) : null}
    </>
  );
}

/** Statements that were not answered are listed above them. */
function isToldBelow(step: StepsBarProps["step"], state: ActionState): boolean {
  return step === "sign" && state.status === "invalid" && !state.fieldErrors.section;
}
