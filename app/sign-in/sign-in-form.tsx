"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormAction } from "@/components/saving/use-form-action";
import { Alert } from "@/components/ui/alert";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/web/form-action";

type SignInFormProps = { action: FormAction; next: string | null };

/** Account and password; what was typed as account stays after an error, and the password field has the focus. */
export function SignInForm({ action, next }: SignInFormProps) {
  const t = useTranslations("signin");
  const [state, submit] = useFormAction(action);
  const password = useRef<HTMLInputElement>(null);
  const values = "values" in state ? state.values : {};
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  const account = typeof values.account === "string" ? values.account : "";

  useEffect(() => {
    if (state.status === "refused") password.current?.focus();
  }, [state]);

  return (
    <form action={submit} className="mt-4" noValidate>
      {state.status === "invalid" ? (
        <ErrorSummary
          title={t("incomplete")}
          items={(["account", "password"] as const).flatMap((name) =>
            (errors[name] ?? []).map((text) => ({ text: `${t(name)} ${text}`, href: `#${name}` as const })),
          )}
        />
      ) : null}
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <TextField
        className="mt-4"
        id="account"
        name="account"
        label={t("account")}
        hint={t("accountHint")}
        autoComplete="username"
        defaultValue={account}
        key={account}
        errors={errors.account}
        required
      />
      <TextField
        className="mt-4"
        id="password"
        name="password"
        type="password"
        label={t("password")}
        autoComplete="current-password"
        ref={password}
        errors={state.status === "refused" ? [state.message] : errors.password}
        required
      />
      <div className="mt-4">
        <SubmitButton variant="primary" size="lg" busyLabel={t("submitting")} className="w-full">
          {t("submit")}
        </SubmitButton>
      </div>
      {state.status === "refused" ? (
        <p className="sr-only" role="alert">
          {state.message}
        </p>
      ) : null}
      <noscript>
        {state.status === "refused" ? (
          <Alert variant="error" className="mt-4">
            {state.message}
          </Alert>
        ) : null}
      </noscript>
    </form>
  );
}
