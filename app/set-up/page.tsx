import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { setUpAction } from "@/app/set-up/actions";
import { EntryForm } from "@/components/shell/entry-form";
import { nameField, newPasswordField } from "@/components/ui/form-fields";
import { LIMIT, PASSWORD_MINIMUM } from "@/lib/domain/inputs/limits";
import { isInstalled } from "@/lib/services/load-sign-in";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup"))("title") };
}

/** The first page of an empty installation: district and office, units, and the administrator who goes on from there. */
export default async function SetUpPage() {
  if (await isInstalled(getDb(), {}, new Date())) redirect(routes.signIn());
  const t = await getTranslations("setup");
  return (
    <EntryForm
      title={t("title")}
      lead={t("lead")}
      id="set-up"
      action={setUpAction}
      errorTitle={t("notDone")}
      submitLabel={t("submit")}
      busyLabel={t("submitting")}
      fields={[
        { kind: "heading", name: "place", label: t("place") },
        nameField({ name: "districtName", label: t("district"), hint: t("districtHint") }),
        nameField({ name: "officeName", label: t("office"), hint: t("officeHint") }),
        { kind: "heading", name: "unitsHeading", label: t("unitsTitle"), hint: t("unitsText") },
        {
          kind: "textarea",
          name: "units",
          label: t("units"),
          hint: t("unitsHint"),
          rows: 8,
          limit: LIMIT.unitList,
        },
        { kind: "heading", name: "adminHeading", label: t("admin"), hint: t("adminText") },
        {
          kind: "text",
          name: "adminName",
          label: t("name"),
          isRequired: true,
          autoComplete: "name",
          limit: LIMIT.name,
        },
        {
          kind: "text",
          name: "adminAccount",
          label: t("accountLabel"),
          hint: t("accountHint"),
          isRequired: true,
          autoComplete: "username",
          minLength: 2,
          limit: LIMIT.account,
        },
        newPasswordField({ label: t("password"), hint: t("passwordHint", { minimum: PASSWORD_MINIMUM }) }),
      ]}
    />
  );
}
