import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import {
  confirmSecondFactorAction,
  prepareSecondFactorAction,
  removeSecondFactorAction,
  renewRecoveryCodesAction,
  stopSecondFactorAction,
} from "@/app/(signed-in)/account/second-factor-actions";
import { QrCode } from "@/components/account/qr-code";
import { RecoveryCodeForm } from "@/components/account/recovery-code-form";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { FormCard } from "@/components/ui/form-card";
import type { FormField } from "@/components/ui/form-input";
import type { Role } from "@/lib/domain/access";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { SecondFactorStanding } from "@/lib/domain/second-factor";
import { formatDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";

type SecondFactorCardProps = { standing: SecondFactorStanding; heldBack: readonly Role[]; now: Date };

/** The second step of signing in: set up, confirmed, given up, and its codes on paper. */
export async function SecondFactorCard({ standing, heldBack, now }: SecondFactorCardProps): Promise<ReactNode> {
  const t = await getTranslations("second");
  const roleName = await getTranslations("common.role");
  const locale = readLocale(await getLocale());
  const words = { errorTitle: t("notDone"), busyLabel: t("saving") };
  const codeWords = { title: t("codesTitle"), how: t("codesHow"), print: t("print") };
  const requestId = (): FormField => ({ kind: "hidden", name: "requestId", value: randomUUID() });
  const code: FormField = {
    kind: "text",
    name: "code",
    label: t("code"),
    hint: standing.state === "confirmed" ? t("codeOrPaper") : t("codeHint"),
    type: "text",
    isSecret: true,
    isRequired: true,
    autoComplete: "one-time-code",
    limit: LIMIT.code,
  };
  const isConfirmed = standing.state === "confirmed";
  return (
    <FormCard title={t("title")}>
      <div className="max-w-105 space-y-4" id="second-factor">
        {heldBack.length > 0 ? (
          <Alert variant="warning">
            {t("heldBack", { roles: heldBack.map((role) => roleName(role)).join(t("separator")) })}
          </Alert>
        ) : null}
        <p className="text-sm text-ink-2">
          {isConfirmed
            ? t("on", { day: formatDay(standing.since, now, locale), count: standing.recoveryCodesLeft })
            : t("lead")}
        </p>
        {standing.state === "none" ? (
          <ActionForm
            id="prepare-second-factor"
            action={prepareSecondFactorAction}
            submitLabel={t("prepare")}
            fields={[requestId()]}
            {...words}
          />
        ) : null}
        {standing.state === "pending" ? (
          <div className="space-y-2">
            <p className="text-sm">{t("scan")}</p>
            <QrCode drawing={standing.qr} label={t("qr")} />
            <p className="text-sm text-ink-2">{t("orKey")}</p>
            <p className="font-mono text-sm wrap-anywhere select-all" data-key>
              {standing.key}
            </p>
          </div>
        ) : null}
        {standing.state === "none" ? null : (
          // One form before and after, so that the codes it has given stay in sight.
          <RecoveryCodeForm
            key="confirm"
            id="confirm-second-factor"
            action={confirmSecondFactorAction}
            submitLabel={t("confirm")}
            buttonVariant="primary"
            isOver={isConfirmed}
            fields={[requestId(), code]}
            words={codeWords}
            {...words}
          />
        )}
        {standing.state === "pending" ? (
          <ActionForm
            id="stop-second-factor"
            action={stopSecondFactorAction}
            submitLabel={t("stop")}
            buttonSize="sm"
            fields={[requestId()]}
            {...words}
          />
        ) : null}
        {isConfirmed ? (
          <>
            <RecoveryCodeForm
              id="renew-recovery-codes"
              action={renewRecoveryCodesAction}
              submitLabel={t("renew")}
              buttonSize="sm"
              fields={[requestId(), code]}
              words={codeWords}
              {...words}
            />
            <ActionForm
              id="remove-second-factor"
              action={removeSecondFactorAction}
              submitLabel={t("remove")}
              buttonVariant="danger"
              buttonSize="sm"
              fields={[requestId(), code]}
              {...words}
            />
          </>
        ) : null}
      </div>
    </FormCard>
  );
}
