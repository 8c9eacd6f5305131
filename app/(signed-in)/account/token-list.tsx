import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { endTokenAction } from "@/app/(signed-in)/account/end-token-action";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Table, type TableColumn } from "@/components/ui/table";
import type { AccessToken } from "@/lib/domain/access-token";
import { formatDay, formatMoment } from "@/lib/i18n/dates";

type TokenListProps = { tokens: readonly AccessToken[]; now: Date; isOfDistrict?: boolean };

/** Tokens with what they may do, when they were used last, and an end to each. */
export async function TokenList({ tokens, now, isOfDistrict = false }: TokenListProps): Promise<ReactNode> {
  const t = await getTranslations("connections.list");
  const form = await getTranslations("connections.form");
  const scopeName = await getTranslations("common.tokenScope");
  const locale = await getLocale();
  const whose: TableColumn<AccessToken> = {
    key: "whose",
    head: t("whose"),
    cell: ({ userName, isOfSystem }) => (
      <>
        {userName} {isOfSystem ? <Badge>{t("systemTag")}</Badge> : null}
      </>
    ),
  };
  return (
    <Table
      caption={t("caption")}
      rows={tokens}
      rowKey={(token) => token.id}
      isStacked
      columns={[
        {
          key: "name",
          head: t("name"),
          isRowHead: true,
          cell: ({ name, madeAt, madeByName }) => (
            <>
              {name}
              <span className="block text-xs font-normal text-ink-3">
                {t("made", { who: madeByName, when: formatMoment(madeAt, now, locale) })}
              </span>
            </>
          ),
        },
        ...(isOfDistrict ? [whose] : []),
        {
          key: "scopes",
          head: t("scopes"),
          cell: ({ scopes }) => scopes.map((scope) => scopeName(scope)).join(t("separator")),
        },
        {
          key: "expires",
          head: t("expires"),
          cell: ({ expiresAt }) => t(expiresAt > now ? "until" : "expired", { day: formatDay(expiresAt, now, locale) }),
        },
        {
          key: "seen",
          head: t("seen"),
          cell: ({ seenAt }) => (seenAt ? formatMoment(seenAt, now, locale) : t("never")),
        },
        {
          key: "act",
          head: t("act"),
          cell: ({ id }) => (
            <ActionForm
              id={`end-token-${id}`}
              action={endTokenAction}
              submitLabel={t("end")}
              busyLabel={form("saving")}
              errorTitle={form("notDone")}
              buttonSize="sm"
              fields={[
                { kind: "hidden", name: "requestId", value: randomUUID() },
                { kind: "hidden", name: "tokenId", value: id },
              ]}
            />
          ),
        },
      ]}
    />
  );
}
