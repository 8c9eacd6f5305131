import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckUpForm } from "@/components/checkup/checkup-form";
import { PublicPage } from "@/components/public/public-page";
import { ClientMessages } from "@/components/shell/client-messages";
import { routes } from "@/lib/web/routes";
import { checkUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("intake.checkup");
  return { title: t("title") };
}

/** 年报体检: anybody may have a report checked; nothing of it is kept. */
export default async function CheckUpPage() {
  const t = await getTranslations("shell.public");
  const links = [
    { label: t("reports"), href: routes.publicReports() },
    { label: t("checkup"), href: routes.checkup(), isCurrent: true },
    { label: t("signIn"), href: routes.signIn(), isHiddenOnPhone: true },
  ];
  return (
    <PublicPage district={null} links={links} width="page">
      <ClientMessages areas={["intake", "checks", "common"]}>
        <CheckUpForm
          action={checkUpAction}
          address={routes.checkup()}
          downloads={{ xlsx: routes.checkupFindings("xlsx"), json: routes.checkupFindings("json") }}
        />
      </ClientMessages>
    </PublicPage>
  );
}
