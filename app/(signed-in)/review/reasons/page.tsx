import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardContent } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { FormCard } from "@/components/ui/form-card";
import type { FormField } from "@/components/ui/form-input";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { ReturnReason } from "@/lib/domain/return-reason";
import { formatMoment } from "@/lib/i18n/dates";
import { loadReturnReasons } from "@/lib/services/manage-return-reasons";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { removeReturnReasonAction, saveReturnReasonAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review.reasons"))("title") };
}

/** The office's usual reasons for a return. */
export default async function ReturnReasonsPage() {
  const actor = await requirePermission("submission:review");
  const now = new Date();
  const reasons = await loadReturnReasons(getDb(), actor, {}, now);
  const [t, queue] = await Promise.all([getTranslations("review.reasons"), getTranslations("review.queue")]);
  return (
    <ClientMessages areas={["review", "common", "shell"]}>
      <Page>
        <PageHead
          crumbs={[{ label: queue("title"), href: routes.queue() }, { label: t("title") }]}
          title={t("title")}
          lead={t("lead")}
        />
        <PageColumns>
          <div className="min-w-0 space-y-4">
            {reasons.length === 0 ? (
              <Card>
                <Empty title={t("none")}>{t("noneText")}</Empty>
              </Card>
            ) : (
              reasons.map((reason, index) => <Reason key={reason.id} reason={reason} number={index + 1} now={now} />)
            )}
          </div>
          <PageAside>
            <FormCard title={t("new")}>
              <ActionForm
                id="new"
                action={saveReturnReasonAction}
                errorTitle={t("notSaved")}
                submitLabel={t("add")}
                busyLabel={t("saving")}
                buttonVariant="primary"
                fields={[
                  { kind: "hidden", name: "requestId", value: randomUUID() },
                  bodyField({ label: t("body"), hint: t("hint") }),
                ]}
              />
            </FormCard>
          </PageAside>
        </PageColumns>
      </Page>
    </ClientMessages>
  );
}

async function Reason({ reason, number, now }: { reason: ReturnReason; number: number; now: Date }) {
  const t = await getTranslations("review.reasons");
  const locale = await getLocale();
  const of = (): FormField[] => [
    { kind: "hidden", name: "requestId", value: randomUUID() },
    { kind: "hidden", name: "reasonId", value: reason.id },
  ];
  return (
    <Card>
      <CardContent className="flex flex-col gap-3">
        <ActionForm
          id={`reason-${number}`}
          action={saveReturnReasonAction}
          errorTitle={t("notSaved")}
          submitLabel={t("save")}
          busyLabel={t("saving")}
          buttonSize="sm"
          fields={[...of(), bodyField({ label: t("numbered", { number }), value: reason.body })]}
        />
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span className="text-xs text-ink-3">
            {t("meta", { who: reason.updatedByName, when: formatMoment(reason.updatedAt, now, locale) })}
          </span>
          <ActionForm
            id={`remove-${number}`}
            action={removeReturnReasonAction}
            errorTitle={t("notSaved")}
            submitLabel={t("remove")}
            busyLabel={t("removing")}
            buttonVariant="ghost"
            buttonSize="sm"
            fields={of()}
          />
        </div>
      </CardContent>
    </Card>
  );
}

function bodyField({ label, hint, value }: { label: string; hint?: string; value?: string }): FormField {
  return {
    kind: "textarea",
    name: "body",
    label,
    limit: LIMIT.reason,
    ...(hint ? { hint } : {}),
    ...(value ? { value } : {}),
  };
}
