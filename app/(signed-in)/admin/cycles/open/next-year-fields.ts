import { getTranslations } from "next-intl/server";
import { dayField } from "@/components/ui/form-fields";
import type { FormField } from "@/components/ui/form-input";
import { listSuccessors, type NextHeading, type NextYear } from "@/lib/domain/next-year";
import type { NextYearToOpen } from "@/lib/services/load-next-year";

/** The form that opens a year: units, outline and text, dates. A step that leaves nothing to decide is left out. */
export async function nextYearFields(plan: NextYearToOpen): Promise<FormField[]> {
  return [...(await unitFields(plan)), ...(await textFields(plan)), ...(await dateFields(plan))];
}

async function unitFields(plan: NextYear): Promise<FormField[]> {
  if (!plan.before) return [];
  const t = await getTranslations("admin.openYear");
  const { gone, exempted } = plan;
  return [
    { kind: "heading", name: "step-1", label: t("step1"), hint: t("step1Text") },
    ...gone.map((unit): FormField => {
      const successors = listSuccessors(plan, unit);
      const [only] = successors;
      return {
        kind: "select",
        name: `takesOver:${unit.organisationId}`,
        label: t("takesOver", { unit: unit.name }),
        hint: t("takesOverHint", {
          open: unit.isLeftOut ? "left" : unit.open === "0" ? "none" : (unit.open ?? "unknown"),
          work: unit.headings + unit.indicators > 0 ? "yes" : "no",
        }),
        value: successors.length === 1 && only ? only.organisationId : "",
        choices: [
          { value: "", label: t("byHand") },
          ...successors.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
        ],
      };
    }),
    ...(exempted.length === 0
      ? []
      : [
          {
            kind: "checks",
            name: "exempt[]",
            label: t("exempt"),
            hint: t("exemptHint"),
            values: [],
            choices: exempted.map(({ organisationId, name, reason }) => ({
              value: organisationId,
              label: t("exemptOne", { unit: name, reason }),
            })),
          } as const,
        ]),
  ];
}

async function textFields({ before, headings }: NextYear): Promise<FormField[]> {
  if (!before) return [];
  const t = await getTranslations("admin.openYear");
  return [
    { kind: "heading", name: "step-2", label: t("step2"), hint: t("step2Text") },
    ...(await Promise.all(headings.map(headingField))),
    ...(before.hasPreface
      ? [{ kind: "checkbox", name: "dropsPreface", label: t("dropsPreface"), isChecked: false } as const]
      : []),
  ];
}

async function headingField({ heading, writers, characters, repeated, isOnly }: NextHeading): Promise<FormField> {
  const t = await getTranslations("admin.openYear");
  const sectionName = await getTranslations("common.section");
  const names = writers.join(t("separator")) || t("nobody");
  const choices = isOnly ? (["renew", "keep"] as const) : (["renew", "keep", "drop"] as const);
  return {
    kind: "select",
    name: `texts:${heading.key}`,
    label: `${heading.number}${heading.title}` || `${sectionName(heading.sectionId)} ${t("opening")}`,
    hint:
      characters === 0
        ? t("noText", { writers: names })
        : t("textHint", { writers: names, characters, repeated: repeated === null ? "none" : String(repeated) }),
    value: "renew",
    choices: choices.map((value) => ({ value, label: t(value) })),
  };
}

async function dateFields({ year, before, tablesDue, narrativeDue }: NextYearToOpen): Promise<FormField[]> {
  const t = await getTranslations("admin.openYear");
  const cycles = await getTranslations("admin.cycles");
  return [
    ...(before ? [{ kind: "heading", name: "step-3", label: t("step3"), hint: t("step3Text") } as const] : []),
    before
      ? { kind: "hidden", name: "year", value: String(year) }
      : {
          kind: "text",
          name: "year",
          label: cycles("year"),
          hint: cycles("yearHint"),
          type: "number",
          value: String(year),
          isRequired: true,
        },
    dayField({ name: "tablesDueAt", label: cycles("tablesDue"), hint: cycles("dueHint"), value: tablesDue }),
    dayField({
      name: "narrativeDueAt",
      label: cycles("narrativeDue"),
      hint: cycles("statutoryHint", { year: String(year + 1) }),
      value: narrativeDue,
    }),
    { kind: "text", name: "hardEndAt", type: "date", label: t("hardEnd"), hint: t("hardEndHint") },
  ];
}
