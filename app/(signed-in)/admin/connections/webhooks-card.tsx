import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AdminConfirm, AdminForm } from "@/app/(signed-in)/admin/admin-form";
import {
  addWebhookAction,
  removeWebhookAction,
  resendCallAction,
} from "@/app/(signed-in)/admin/connections/webhook-actions";
import { TokenForm } from "@/components/connections/token-form";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { nameField } from "@/components/ui/form-fields";
import { Table } from "@/components/ui/table";
import { WEBHOOK_TOPICS, type WebhookCall } from "@/lib/domain/webhook";
import { formatMoment } from "@/lib/i18n/dates";
import type { WebhookWithCalls } from "@/lib/services/load-webhooks";
import { routes } from "@/lib/web/routes";

type WebhooksCardProps = {
  webhooks: readonly WebhookWithCalls[];
  now: Date;
  /** The address whose removal is asked for. */
  asked: string | undefined;
};

/** The addresses of other programs that are told what happens, and how that went. */
export async function WebhooksCard({ webhooks, now, asked }: WebhooksCardProps): Promise<ReactNode> {
  const t = await getTranslations("connections.webhooks");
  const form = await getTranslations("connections.form");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent className="space-y-2">
        <p className="text-sm text-ink-2">{t("lead")}</p>
        <p className="text-sm text-ink-3">{t("doc")}</p>
        {webhooks.length === 0 ? <p className="text-sm">{t("none")}</p> : null}
      </CardContent>
      {webhooks.map((webhook) => (
        <WebhookPart key={webhook.id} webhook={webhook} now={now} isAsked={asked === webhook.id} />
      ))}
      <CardContent className="border-t border-line">
        <div className="max-w-105">
          <TokenForm
            id="add-webhook"
            action={addWebhookAction}
            submitLabel={t("add")}
            busyLabel={form("saving")}
            errorTitle={form("notDone")}
            buttonSize="sm"
            words={{ label: t("secret"), copy: form("copy"), copied: form("copied"), madeBefore: t("addedBefore") }}
            fields={[
              { kind: "hidden", name: "requestId", value: randomUUID() },
              nameField({ label: t("name") }),
              {
                kind: "text",
                name: "webhookAddress",
                label: t("address"),
                hint: t("addressHint"),
                isRequired: true,
              },
              {
                kind: "checks",
                name: "topics[]",
                label: t("topics"),
                values: ["published", "corrections"],
                choices: WEBHOOK_TOPICS.map((topic) => ({ value: topic, label: t(`topic.${topic}`) })),
              },
            ]}
          />
        </div>
      </CardContent>
    </Card>
  );
}

type WebhookPartProps = { webhook: WebhookWithCalls; now: Date; isAsked: boolean };

/** One address: what it is told of, the last calls to it, and its end. */
async function WebhookPart({ webhook, now, isAsked }: WebhookPartProps): Promise<ReactNode> {
  const t = await getTranslations("connections.webhooks");
  const locale = await getLocale();
  const { id, name, address, topics, addedByName, addedAt, calls } = webhook;
  const standingOf = ({ sentAt, attempts, problem }: WebhookCall): string => {
    if (sentAt) return t("sent", { when: formatMoment(sentAt, now, locale) });
    return attempts === 0 || problem === null ? t("waiting") : t("trying", { count: attempts, problem });
  };
  return (
    <section className="border-t border-line" aria-label={name}>
      <CardContent className="space-y-1">
        <h3>{name}</h3>
        <p className="font-mono text-sm wrap-anywhere">{address}</p>
        <p className="text-sm text-ink-2">{topics.map((topic) => t(`topic.${topic}`)).join(" · ")}</p>
        <p className="text-sm text-ink-3">
          {t("addedBy", { who: addedByName, when: formatMoment(addedAt, now, locale) })}
        </p>
        <AdminConfirm
          label={t("remove")}
          title={t("removeTitle", { name })}
          description={t("removeText")}
          askHref={routes.connections({ ask: id })}
          backHref={routes.connections()}
          isAsked={isAsked}
          form={{
            id: `remove-webhook-${id}`,
            action: removeWebhookAction,
            submitLabel: t("remove"),
            buttonSize: "sm",
            buttonVariant: "danger",
            of: { webhookId: id },
          }}
        />
        {calls.length === 0 ? <p className="text-sm">{t("noCalls")}</p> : null}
      </CardContent>
      {calls.length > 0 ? (
        <Table
          caption={t("calls")}
          rows={calls}
          rowKey={(call) => call.id}
          isStacked
          columns={[
            { key: "type", head: t("type"), isRowHead: true, cell: ({ type }) => <code>{type}</code> },
            { key: "at", head: t("at"), cell: ({ at }) => formatMoment(at, now, locale) },
            { key: "standing", head: t("standing"), cell: standingOf },
            {
              key: "act",
              head: t("again"),
              cell: (call) => (
                <AdminForm
                  id={`resend-${call.id}`}
                  action={resendCallAction}
                  submitLabel={t("again")}
                  buttonSize="sm"
                  of={{ callId: call.id }}
                />
              ),
            },
          ]}
        />
      ) : null}
    </section>
  );
}
