import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KitSection } from "@/components/kit/kit-section";
import { ListSearch } from "@/components/ui/list-search";
import { Pager } from "@/components/ui/pager";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { SegmentedLinks } from "@/components/ui/segmented";
import { StateBadge } from "@/components/ui/state-badge";
import { TabLinks } from "@/components/ui/tab-links";
import { Table } from "@/components/ui/table";

const STATES = ["not_started", "draft", "awaiting_signature", "submitted"] as const;
type ListedState = (typeof STATES)[number];

/** The ways around a list. */
export function KitLists(): ReactNode {
  const t = useTranslations("common");
  const href = "/kit";
  return (
    <>
      <KitSection title="SegmentedLinks, TabLinks">
        <div className="flex">
          <SegmentedLinks
            label={t("all")}
            segments={[
              { key: "all", label: t("all"), href, isCurrent: true },
              { key: "none", label: t("none"), href, isCurrent: false },
            ]}
          />
        </div>
        <TabLinks
          label={t("details")}
          links={[
            { key: "all", label: t("all"), href, isCurrent: true, count: 3 },
            { key: "none", label: t("none"), href, isCurrent: false },
          ]}
        />
      </KitSection>
      <KitSection title="ListSearch, Pager">
        <ListSearch
          id="kit-search"
          label={t("search")}
          hint={t("search")}
          path={href}
          value={t("details")}
          clearHref={href}
        />
        <Pager label={t("details")} paged={{ total: 5000, page: 7, pageCount: 100 }} hrefOf={() => href} />
      </KitSection>
    </>
  );
}

/** A table with its columns of each kind, and a long one, whose head stays in sight. */
export function KitTable(): ReactNode {
  const t = useTranslations("common");
  const columns = [
    { key: "state", head: t("details"), cell: (state: ListedState) => t(`state.${state}`), isRowHead: true },
    { key: "badge", head: t("all"), cell: (state: ListedState) => <StateBadge state={state} /> },
    { key: "count", head: t("more"), cell: (state: ListedState) => state.length, isNumber: true },
  ];
  return (
    <KitSection title="Table">
      <ScrollRegion label={t("details")}>
        <Table caption={t("details")} rows={STATES} rowKey={(state) => state} columns={columns} />
      </ScrollRegion>
      <Table isLong caption={t("all")} rows={STATES} rowKey={(state) => state} columns={columns} />
    </KitSection>
  );
}
