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
import type { QrDrawing, SecondFactorStanding } from "@/lib/domain/second-factor";
import { formatDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";

type SecondFactorCardProps = { standing: SecondFactorStanding; heldBack: readonly Role[]; now: Date };

/** The second step of signing in: set up, confirmed, given up, and its codes on paper. */
export async function SecondFactorCard({ standing, heldBack, now }: SecondFactorCardProps): Promise<ReactNode> {
  const t = await getTranslations("second");
  const roleName = await getTranslations("common.role");
  const locale = readLocale(await getLocale());
  const words = await formWords();
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
        {standing.state === "pending" ? <SharedKey qr={standing.qr} secret={standing.key} /> : null}
        {standing.state === "none" ? null : (
          // One form before and after, so that the codes it has given stay in sight.
          <RecoveryCodeForm
            key="confirm"
            id="confirm-second-factor"
            action={confirmSecondFactorAction}
            submitLabel={t("confirm")}
            buttonVariant="primary"
            isOver={isConfirmed}
            fields={[requestId(), await codeField(isConfirmed)]}
            words={await codeWords()}
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
        {isConfirmed ? <ConfirmedForms /> : null}
      </div>
    </FormCard>
  );
}

/** What the person's app has to know, as a picture and as text. */
async function SharedKey({ qr, secret }: { qr: QrDrawing; secret: string }): Promise<ReactNode> {
  const t = await getTranslations("second");
  return (
    <div className="space-y-2">
      <p className="text-sm">{t("scan")}</p>
      <QrCode drawing={qr} label={t("qr")} />
      <p className="text-sm text-ink-2">{t("orKey")}</p>
      <p className="font-mono text-sm wrap-anywhere select-all" data-key>
        {secret}
      </p>
    </div>
  );
}

/** New codes on paper, and the end of the second step; each asks for a code. */
async function ConfirmedForms(): Promise<ReactNode> {
  const t = await getTranslations("second");
  const words = await formWords();
  return (
    <>
      <RecoveryCodeForm
        id="renew-recovery-codes"
        action={renewRecoveryCodesAction}
        submitLabel={t("renew")}
        buttonSize="sm"
        fields={[requestId(), await codeField(true)]}
        words={await codeWords()}
        {...words}
      />
      <ActionForm
        id="remove-second-factor"
        action={removeSecondFactorAction}
        submitLabel={t("remove")}
        buttonVariant="danger"
        buttonSize="sm"
        fields={[requestId(), await codeField(true)]}
        {...words}
      />
    </>
  );
}

async function formWords() {
  const t = await getTranslations("second");
  return { errorTitle: t("notDone"), busyLabel: t("saving") };
}

async function codeWords() {
  const t = await getTranslations("second");
  return { title: t("codesTitle"), how: t("codesHow"), print: t("print") };
}

function requestId(): FormField {
  return { kind: "hidden", name: "requestId", value: randomUUID() };
}

/** The code of the app; once the second step is confirmed also one on paper. */
async function codeField(isConfirmed: boolean): Promise<FormField> {
  const t = await getTranslations("second");
  return {
    kind: "text",
    name: "code",
    label: t("code"),
    hint: isConfirmed ? t("codeOrPaper") : t("codeHint"),
    type: "text",
    isSecret: true,
    isRequired: true,
    autoComplete: "one-time-code",
    limit: LIMIT.code,
  };
}
