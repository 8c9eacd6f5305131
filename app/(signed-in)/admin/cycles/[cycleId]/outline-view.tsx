import { getTranslations } from "next-intl/server";
import { orderHeadingAction, removeHeadingAction, saveHeadingAction } from "@/app/(signed-in)/admin/cycles/actions";
import type { FormField } from "@/components/ui/form-input";
import type { OutlineHeading } from "@/lib/domain/cycle";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { ListSearch } from "@/lib/domain/inputs/list-search";
import { nestHeadings } from "@/lib/domain/outline-order";
import type { AdminCycle } from "@/lib/services/load-admin-cycle";
import { CycleEntries } from "./cycle-entries";
import { unitChoices } from "./unit-choices";

const LEVELS = ["0", "1", "2", "3"] as const;
const NARRATIVE = ["overview", "problems", "other"] as const;

type OutlineViewProps = { work: AdminCycle; search: ListSearch; headingKey: string | null; isOrdering: boolean };

/** The headings of the narrative sections and who writes under each. */
export async function OutlineView({ work, search, headingKey, isOrdering }: OutlineViewProps) {
  const t = await getTranslations("admin.cycle");
  const sectionName = await getTranslations("common.section");
  const order = await getTranslations("order");
  const { outline, units } = work;
  const chosen = outline.find((heading) => heading.key === headingKey) ?? null;
  const nameOfUnit = (id: string) => units.find((unit) => unit.organisationId === id)?.name ?? "";
  const nameOf = (heading: OutlineHeading) => headingName(heading, t("lead0"));
  return (
    <CycleEntries
      work={work}
      search={search}
      kind="heading"
      caption={t("outlineCaption")}
      groups={NARRATIVE.map((sectionId) => ({
        key: sectionId,
        title: sectionName(sectionId),
        rows: outline.filter((heading) => heading.sectionId === sectionId),
      }))}
      columns={[
        { key: "heading", head: t("heading"), cell: nameOf },
        {
          key: "owners",
          head: t("owners"),
          className: "text-sm",
          cell: ({ owners }) =>
            owners.map(nameOfUnit).join(t("separator")) || <span className="text-ink-3">{t("nobody")}</span>,
        },
      ]}
      chosen={chosen}
      nameOf={nameOf}
      words={{ add: t("addHeading"), change: t("changeHeading"), remove: t("removeHeading") }}
      save={saveHeadingAction}
      remove={removeHeadingAction}
      fields={await headingFields(work, chosen)}
      orderHint={order("hint")}
      order={
        isOrdering
          ? {
              action: orderHeadingAction,
              groups: NARRATIVE.map((sectionId) => ({
                key: sectionId,
                title: sectionName(sectionId),
                nodes: nestHeadings(
                  outline.filter((heading) => heading.sectionId === sectionId),
                  nameOf,
                ),
              })),
            }
          : null
      }
    />
  );
}

async function headingFields(work: AdminCycle, heading: OutlineHeading | null): Promise<FormField[]> {
  const t = await getTranslations("admin.cycle");
  const sectionName = await getTranslations("common.section");
  const { outline } = work;
  const owners = unitChoices(work, heading?.owners ?? []);
  const others = outline.filter((candidate) => candidate.key !== heading?.key);
  const before = heading ? others.filter((other) => other.position < heading.position).at(-1) : others.at(-1);
  return [
    heading
      ? { kind: "hidden", name: "sectionId", value: heading.sectionId }
      : {
          kind: "select",
          name: "sectionId",
          label: t("section"),
          value: "overview",
          choices: NARRATIVE.map((sectionId) => ({ value: sectionId, label: sectionName(sectionId) })),
        },
    { kind: "text", name: "number", label: t("number"), hint: t("numberHint"), value: heading?.number ?? "" },
    { kind: "text", name: "title", label: t("titleField"), value: heading?.title ?? "", limit: LIMIT.name },
    {
      kind: "select",
      name: "level",
      label: t("level"),
      value: String(heading?.level ?? 2),
      choices: LEVELS.map((level) => ({ value: level, label: t(`levels.${level}`) })),
    },
    {
      kind: "select",
      name: "position",
      label: t("after"),
      value: String((before?.position ?? 0) + 1),
      choices: [
        { value: "1", label: t("first") },
        ...others.map((other) => ({
          value: String(other.position + 1),
          label: headingName(other, sectionName(other.sectionId)),
        })),
      ],
    },
    {
      kind: "checks",
      name: "owners[]",
      label: t("owners"),
      hint: owners.isCut ? t("searchUnitFirst") : t("ownersHint"),
      values: heading?.owners ?? [],
      choices: owners.choices,
    },
    {
      kind: "checkbox",
      name: "mayKeepText",
      label: t("mayKeepText"),
      hint: t("mayKeepTextHint"),
      isChecked: heading?.mayKeepText ?? false,
    },
    {
      kind: "textarea",
      name: "help",
      label: t("headingHelp"),
      hint: t("headingHelpHint"),
      value: heading?.help ?? "",
      limit: LIMIT.note,
    },
  ];
}

/** A heading without words of its own is called by its place. */
function headingName(heading: OutlineHeading, otherwise: string): string {
  return `${heading.number}${heading.title}` || otherwise;
}
