import { ChevronDownIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DropMenu } from "@/components/shell/app-shell-menu";
import { buttonVariants } from "@/components/ui/button-variants";
import { menuItemVariants } from "@/components/ui/menu-item";
import { SegmentedLinks } from "@/components/ui/segmented";
import type { FormatSection, SectionId } from "@/lib/domain/format";
import { UNIT_ORDERS } from "@/lib/domain/overview";
import { PROGRESS_FILTERS, type SectionProgress, sumProgress } from "@/lib/domain/progress";
import type { OverviewSearch } from "@/lib/services/load-overview";
import { hrefOfOverview } from "./overview-search-params";

type OverviewFiltersProps = {
  progress: readonly SectionProgress[];
  sections: readonly FormatSection[];
  search: OverviewSearch;
};

/** Which sections one looks for, and in which order the units stand. Everything is a link. */
export function OverviewFilters({ progress, sections, search }: OverviewFiltersProps): ReactNode {
  const t = useTranslations("overview.filter");
  const name = useTranslations("common.section");
  const inSection = progress.filter(({ sectionId }) => search.sectionId === null || sectionId === search.sectionId);
  const { total, ...counts } = sumProgress(inSection);
  const sectionLabel = (id: SectionId | null) => (id === null ? t("allSections") : name(id));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SegmentedLinks
        label={t("label")}
        segments={PROGRESS_FILTERS.map((filter) => ({
          key: filter,
          label: t(filter, { count: filter === "all" ? total : counts[filter] }),
          href: hrefOfOverview(search, { filter }),
          isCurrent: search.filter === filter,
        }))}
      />
      <Pick
        key={`section ${search.sectionId}`}
        label={t("section")}
        choices={[null, ...sections.map((section) => section.id)].map((sectionId) => ({
          key: sectionId ?? "all",
          label: sectionLabel(sectionId),
          href: hrefOfOverview(search, { sectionId }),
          isCurrent: sectionId === search.sectionId,
        }))}
      />
      <Pick
        key={`order ${search.order}`}
        label={t("order")}
        choices={UNIT_ORDERS.map((order) => ({
          key: order,
          label: t(`orderBy.${order}`),
          href: hrefOfOverview(search, { order }),
          isCurrent: order === search.order,
        }))}
      />
    </div>
  );
}

type PickProps = {
  label: string;
  choices: readonly { key: string; label: string; href: string; isCurrent: boolean }[];
};

function Pick({ label, choices }: PickProps): ReactNode {
  const current = choices.find((choice) => choice.isCurrent);
  return (
    <DropMenu
      summary={
        <span className={buttonVariants({ size: "sm" })}>
          <span className="sr-only">{label}</span>
          {current?.label}
          <ChevronDownIcon className="size-3.5" />
        </span>
      }
    >
      <ul>
        {choices.map((choice) => (
          <li key={choice.key}>
            <Link
              className={menuItemVariants()}
              href={choice.href}
              aria-current={choice.isCurrent ? "true" : undefined}
              scroll={false}
            >
              {choice.label}
            </Link>
          </li>
        ))}
      </ul>
    </DropMenu>
  );
}
