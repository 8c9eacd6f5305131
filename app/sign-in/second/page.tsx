import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { passSecondFactorAction } from "@/app/sign-in/second/actions";
import { EntryForm } from "@/components/shell/entry-form";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { routes, safeNext } from "@/lib/web/routes";
import { readPending } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("second.step"))("title") };
}

/** The second step of signing in: a code of the person's device, or one of those on paper. */
export default async function SecondStepPage({ searchParams }: PageProps<"/sign-in/second">) {
  const identity = await readPending();
  if (!identity) redirect(routes.signIn());
  const { next } = await searchParams;
  const t = await getTranslations("second.step");
  return (
    <EntryForm
      title={t("title")}
      lead={t("lead", { name: identity.name })}
      id="second-step"
      action={passSecondFactorAction}
      errorTitle={t("notDone")}
      submitLabel={t("submit")}
      busyLabel={t("submitting")}
      fields={[
        { kind: "hidden", name: "next", value: typeof next === "string" ? safeNext(next) : routes.home() },
        {
          kind: "text",
          name: "code",
          label: t("code"),
          hint: t("codeHint"),
          type: "text",
          isSecret: true,
          isRequired: true,
          autoComplete: "one-time-code",
          limit: LIMIT.code,
        },
      ]}
    >
      <p className="mt-4 text-sm text-ink-2">{t("lost")}</p>
      <p className="mt-2 text-sm">
        <Link href={routes.signIn()}>{t("again")}</Link>
      </p>
    </EntryForm>
  );
}
