"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmAct } from "@/components/ui/confirm-act";
import type { FormField } from "@/components/ui/form-input";
import { Refused } from "@/components/ui/refused";
import { KitSection } from "./kit-section";

/** Answers after a while as a server does: the name is missing. */
const refuseName = async () => ({ status: "invalid" as const, fieldErrors: { name: [""] }, values: {} });

/** Forms as data, one that asks before it acts, and what a refusal looks like. */
export function KitForms(): ReactNode {
  const t = useTranslations("common");
  const fields: readonly FormField[] = [
    { kind: "heading", name: "heading", label: t("details"), hint: t("optional") },
    { kind: "text", name: "name", label: t("search"), limit: 4, value: t("product").repeat(2) },
    { kind: "textarea", name: "text", label: t("details"), limit: 20, hint: t("optional") },
    { kind: "checkbox", name: "all", label: t("all"), isChecked: true },
  ];
  const form = {
    action: refuseName,
    fields,
    submitLabel: t("save"),
    busyLabel: t("saving"),
    errorTitle: t("required"),
  };
  const ask = { label: t("remove"), title: t("remove"), description: t("details"), askHref: "/kit", backHref: "/kit" };
  const refused = {
    status: "refused" as const,
    code: "not_permitted" as const,
    message: t("product").repeat(6),
    values: {},
  };
  return (
    <KitSection title="ActionForm, ConfirmAct, Refused">
      <ActionForm {...form} id="kit-form" isTwoColumns note={t("details")} />
      <ConfirmAct {...ask} isAsked={false} form={{ ...form, fields: [], id: "kit-ask", buttonVariant: "danger" }} />
      <ConfirmAct {...ask} isAsked form={{ ...form, fields: [], id: "kit-asked", buttonVariant: "danger" }} />
      <Refused state={refused} />
      <Refused state={refused} isInline />
      <Refused state={{ ...refused, isStale: true }} hasTyped />
      <Refused state={{ ...refused, isOutdated: true }} />
    </KitSection>
  );
}
