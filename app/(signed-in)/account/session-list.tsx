import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { endOtherSessionsAction } from "@/app/(signed-in)/account/actions";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { OpenSession } from "@/lib/domain/session";
import { deviceOfUserAgent } from "@/lib/domain/session";
import { formatMoment } from "@/lib/i18n/dates";

type SessionListProps = { sessions: readonly OpenSession[]; ownSessionId: string; now: Date };

/** Where a person is signed in, with one press that ends all of it but here. */
export async function SessionList({ sessions, ownSessionId, now }: SessionListProps): Promise<ReactNode> {
  const t = await getTranslations("setup.account.sessions");
  const locale = await getLocale();
  const nameOf = ({ userAgent }: OpenSession): string => {
    const { browser, system } = deviceOfUserAgent(userAgent);
    return t("device", { browser: browser ?? t("unknownBrowser"), system: system ?? "none" });
  };
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <Table
        caption={t("title")}
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          {
            key: "device",
            head: t("where"),
            isRowHead: true,
            cell: (session) => (session.id === ownSessionId ? t("here", { device: nameOf(session) }) : nameOf(session)),
          },
          { key: "source", head: t("source"), cell: (session) => session.source },
          { key: "started", head: t("started"), cell: (session) => formatMoment(session.startedAt, now, locale) },
          { key: "seen", head: t("seen"), cell: (session) => formatMoment(session.seenAt, now, locale) },
        ]}
      />
      <div className="p-4">
        {sessions.length > 1 ? (
          <ActionForm
            id="end-sessions"
            action={endOtherSessionsAction}
            fields={[]}
            submitLabel={t("endOthers")}
            busyLabel={t("ending")}
            errorTitle={t("notDone")}
          />
        ) : (
          <p className="text-sm">{t("onlyHere")}</p>
        )}
      </div>
    </Card>
  );
}
