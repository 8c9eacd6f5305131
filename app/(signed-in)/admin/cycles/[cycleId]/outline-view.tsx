import { getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { removeHeadingAction, saveHeadingAction } from "@/app/(signed-in)/admin/cycles/actions";
import { AdminList } from "@/components/admin/admin-list";
import { AdminListPanel, AdminPanelCard } from "@/components/admin/admin-list-panel";
import { Card } from "@/components/ui/card";
import type { OutlineHeading } from "@/lib/domain/cycle";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { AdminCycle } from "@/lib/services/load-admin-cycle";
import { routes } from "@/lib/web/routes";

const LEVELS = ["0", "1", "2", "3"] as const;
const NARRATIVE = ["overview", "problems", "other"] as const;

type OutlineViewProps = { work: AdminCycle; headingKey: string | null };

/** The headings of the narrative sections and who writes under each. */
export async function OutlineView({ work, headingKey }: OutlineViewProps) {
  const t = await getTranslations("admin.cycle");
  const sectionName = await getTranslations("common.section");
  const { cycle, outline, units } = work;
  const chosen = outline.find((heading) => heading.key === headingKey);
  const canEdit = cycle.state === "open" && work.report?.state === "draft";
  const nameOf = (id: string) => units.find((unit) => unit.organisationId === id)?.name ?? "";

  return (
    <AdminListPanel
      isAsked={chosen !== undefined}
      list={
        <Card>
          <AdminList
            caption={t("outlineCaption")}
            groups={NARRATIVE.map((sectionId) => ({
              key: sectionId,
              title: sectionName(sectionId),
              rows: outline.filter((heading) => heading.sectionId === sectionId),
            }))}
            rowKey={(heading) => heading.key}
            chosenKey={chosen?.key ?? null}
            linkHead={t("act")}
            linkOf={(heading) =>
              canEdit
                ? {
                    href: routes.cycle(cycle.id, { view: "outline", heading: heading.key }),
                    text: t("change"),
                    name: t("changeOne", { name: headingName(heading, t("lead0")) }),
                  }
                : null
            }
            columns={[
              { key: "heading", head: t("heading"), cell: (heading) => headingName(heading, t("lead0")) },
              {
                key: "owners",
                head: t("owners"),
                className: "text-sm",
                cell: ({ owners }) =>
                  owners.map(nameOf).join(t("separator")) || <span className="text-ink-3">{t("nobody")}</span>,
              },
            ]}
          />
        </Card>
      }
    >
      {canEdit ? (
        <HeadingCard work={work} heading={chosen ?? null} />
      ) : (
        <p className="text-ink-2">{t(cycle.state === "open" ? "reportFinal" : "closedNote")}</p>
      )}
    </AdminListPanel>
  );
}

async function HeadingCard({ work, heading }: { work: AdminCycle; heading: OutlineHeading | null }) {
  const t = await getTranslations("admin.cycle");
  const sectionName = await getTranslations("common.section");
  const { cycle, outline, units } = work;
  const others = outline.filter((candidate) => candidate.key !== heading?.key);
  const before = heading ? others.filter((other) => other.position < heading.position).at(-1) : others.at(-1);
  const of = { cycleId: cycle.id, key: heading?.key ?? "" };
  return (
    <AdminPanelCard
      title={heading ? t("changeHeading") : t("addHeading")}
      close={heading ? { href: routes.cycle(cycle.id, { view: "outline" }), label: t("close") } : null}
    >
      <AdminForm
        key={heading?.key ?? "new"}
        id="heading"
        action={saveHeadingAction}
        submitLabel={heading ? t("save") : t("addHeading")}
        buttonVariant="primary"
        of={of}
        fields={[
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
            hint: t("ownersHint"),
            values: heading?.owners ?? [],
            choices: units.map((unit) => ({ value: unit.organisationId, label: unit.name })),
          },
        ]}
      />
      {heading ? (
        <div className="mt-4">
          <AdminForm
            key={`remove-${heading.key}`}
            id="remove-heading"
            action={removeHeadingAction}
            submitLabel={t("removeHeading")}
            buttonVariant="danger"
            buttonSize="sm"
            of={of}
          />
        </div>
      ) : null}
    </AdminPanelCard>
  );
}

/** A heading without words of its own is called by its place. */
function headingName(heading: OutlineHeading, otherwise: string): string {
  return `${heading.number}${heading.title}` || otherwise;
}
