import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AdminCodeForm } from "@/components/admin/admin-code-form";
import type { CodeSlipWords } from "@/components/admin/code-slip";
import { ActionForm, type ActionFormProps } from "@/components/ui/action-form";
import { ConfirmAct, type ConfirmActProps } from "@/components/ui/confirm-act";
import type { FormField } from "@/components/ui/form-input";

type AdminFormProps = Omit<ActionFormProps, "errorTitle" | "busyLabel" | "fields"> & {
  busyLabel?: string;
  /** What the form is about: the names of hidden fields with their values. */
  of?: Readonly<Record<string, string>>;
  fields?: readonly FormField[];
};

/**
 * What all forms of the administrator's pages share: their words, and a request id of its own for each. Two forms with
 * one id would count as a repeated request.
 */
function useAdminForm(): (form: AdminFormProps) => ActionFormProps {
  const t = useTranslations("admin.form");
  return ({ of = {}, fields = [], ...form }) => ({
    errorTitle: t("notSaved"),
    busyLabel: t("saving"),
    fields: [...hiddenFields({ requestId: randomUUID(), ...of }), ...fields],
    ...form,
  });
}

/** A form of an administrator's page. */
export function AdminForm(form: AdminFormProps): ReactNode {
  return <ActionForm {...useAdminForm()(form)} />;
}

/** As `AdminForm`, where the act gives a one-time code. */
export function AdminCode({ words, ...form }: Omit<AdminFormProps, "done"> & { words: CodeSlipWords }): ReactNode {
  return <AdminCodeForm {...useAdminForm()(form)} words={words} />;
}

/** As `AdminForm`, where the act is asked for once more. */
export function AdminConfirm({ form, ...act }: Omit<ConfirmActProps, "form"> & { form: AdminFormProps }): ReactNode {
  return <ConfirmAct {...act} form={useAdminForm()(form)} />;
}

function hiddenFields(values: Readonly<Record<string, string>>): FormField[] {
  return Object.entries(values).map(([name, value]) => ({ kind: "hidden", name, value }));
}
