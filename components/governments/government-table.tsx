import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OfferBadge } from "@/components/governments/offer-badge";
import { Table } from "@/components/ui/table";
import type { GovernmentEntry } from "@/lib/domain/report-offer";
import { formatMoment } from "@/lib/i18n/dates";

type GovernmentTableProps = {
  entries: readonly GovernmentEntry[];
  hrefOf: (organisationId: string) => string;
  now: Date;
};

/** Every government below with what it has published and how that stands here. */
export function GovernmentTable({ entries, hrefOf, now }: GovernmentTableProps): ReactNode {
  const t = useTranslations("governments");
  const locale = useLocale();
  return (
    <Table
      caption={t("list.caption")}
      isStacked
      rows={entries}
      rowKey={({ districtId }) => districtId}
      columns={[
        {
          key: "name",
          head: t("list.name"),
          isRowHead: true,
          cell: ({ name, organisationId, level }) => (
            <>
              <Link href={hrefOf(organisationId)}>{name}</Link>
              <small className="block text-xs font-normal text-ink-3">{t(`level.${level}`)}</small>
            </>
          ),
        },
        {
          key: "theirs",
          head: t("list.theirs"),
          label: t("list.theirs"),
          className: "text-sm",
          cell: ({ published }) =>
            published
              ? t("list.version", {
                  version: published.version,
                  when: formatMoment(published.publishedAt, now, locale),
                })
              : t("list.state.unpublished"),
        },
        {
          key: "here",
          head: t("list.here"),
          label: t("list.here"),
          className: "text-sm",
          cell: (entry) => <Standing entry={entry} />,
        },
      ]}
    />
  );
}

function Standing({ entry }: { entry: GovernmentEntry }): ReactNode {
  const t = useTranslations("governments.list");
  const { sections, asked } = entry;
  if (sections.length === 0) return t("notInYear");
  const open = asked.filter(({ answer }) => answer === null).length;
  const approved = sections.filter(({ state }) => state === "approved").length;
  return (
    <>
      <OfferBadge entry={entry} />
      <small className="block text-xs text-ink-3">{t("sections", { approved, total: sections.length })}</small>
      {open > 0 ? <small className="block text-xs text-ink-3">{t("asked", { count: open })}</small> : null}
    </>
  );
}
