import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { signInAction } from "@/app/sign-in/actions";
import { drawSignInChallengeAction, signInByPasskeyAction } from "@/app/sign-in/passkey-actions";
import { SignInForm } from "@/app/sign-in/sign-in-form";
import { UsePasskeyForm } from "@/components/account/passkey-forms";
import { ReportTitle } from "@/components/public/report-title";
import { Brand } from "@/components/shell/brand";
import { ClientMessages } from "@/components/shell/client-messages";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";
import { reportTitle } from "@/lib/domain/compose-report";
import { realStatutoryDate } from "@/lib/domain/cycle";
import type { SignInNotice } from "@/lib/domain/sign-in-notice";
import { ssoEnv } from "@/lib/env";
import { englishLabel } from "@/lib/formats/english-labels";
import { formatShortDueDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { loadSignIn } from "@/lib/services/load-sign-in";
import { findActor } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { passkeyWords } from "@/lib/web/passkey-words";
import { relyingParty } from "@/lib/web/relying-party";
import { routes, safeNext } from "@/lib/web/routes";

/** The cover of the report that is being collected, as a sheet of paper. */
const SHEET =
  "w-full max-w-150 self-center border border-paper-edge bg-paper px-14 pt-14 pb-15 font-doc text-doc text-paper-ink shadow-raise max-lg:p-8 max-md:px-5 max-md:py-7";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signin"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, reason } = await searchParams;
  const target = typeof next === "string" ? safeNext(next) : null;
  if (await findActor()) redirect(target ?? routes.home());
  const { notice, isInstalled } = await loadSignIn(getDb(), {}, new Date());
  if (!isInstalled) redirect(routes.setUp());
  const t = await getTranslations("signin");
  const passkey = await getTranslations("passkey");
  const sso = ssoEnv();

  return (
    <main className="grid min-h-dvh grid-cols-2 max-md:flex max-md:flex-col" id="main">
      <section
        className="flex min-w-0 flex-col justify-between gap-8 border-r border-line bg-sunken px-16 py-8 max-lg:px-8 max-md:order-2 max-md:border-0 max-md:px-4 max-md:py-6"
        aria-label={t("contents")}
      >
        <Brand name={(await getTranslations("shell"))("brand")} isHiddenOnPhone />
        {notice ? <Contents notice={notice} /> : <p className={SHEET}>{t("purpose")}</p>}
        {notice ? <Dates notice={notice} /> : <span />}
      </section>
      <section className="flex min-w-0 flex-col items-center bg-surface px-10 py-8 max-md:gap-5 max-md:px-4 max-md:pt-3 max-md:pb-6">
        <div className="flex-1 self-end">
          <LanguageSwitch />
        </div>
        <div className="w-full max-w-95">
          <h1 className="text-2xl">{t("title")}</h1>
          {notice ? (
            <p className="text-ink-2">{t("scope", { district: notice.district, year: String(notice.year) })}</p>
          ) : null}
          {reason === "ended" ? (
            <Alert variant="info" className="mt-4">
              {t("signedOutIdle")}
            </Alert>
          ) : null}
          {reason === "signed_out" ? (
            <Alert variant="success" className="mt-4">
              {t("signedOut")}
              {sso ? (
                <>
                  {" "}
                  <a href={routes.ssoEnd()}>{t("sso.end")}</a>
                </>
              ) : null}
            </Alert>
          ) : null}
          <ClientMessages areas={["signin", "common"]}>
            <SignInForm action={signInAction} next={target} />
            {relyingParty() ? (
              <div className="mt-4 border-t border-line pt-4">
                <UsePasskeyForm
                  id="sign-in-passkey"
                  draw={drawSignInChallengeAction}
                  action={signInByPasskeyAction}
                  submitLabel={passkey("signIn")}
                  busyLabel={passkey("signingIn")}
                  errorTitle={passkey("notDone")}
                  buttonSize="lg"
                  isWide
                  fields={target ? [{ kind: "hidden", name: "next", value: target }] : []}
                  words={await passkeyWords()}
                />
              </div>
            ) : null}
          </ClientMessages>
          {sso ? (
            <p className="mt-3">
              <a
                className={cn(buttonVariants({ size: "lg" }), "w-full")}
                href={routes.sso(target ? { next: target } : {})}
              >
                {sso.label ?? t("sso.button")}
              </a>
            </p>
          ) : null}
          <p className="text-sm text-ink-2 mt-4">
            {notice ? t("help", { office: notice.office, phone: notice.phone || "none" }) : t("helpPlain")}
          </p>
          <p className="text-sm mt-2">
            <Link href={routes.setPassword()}>{t("code")}</Link>
          </p>
        </div>
        <div className="flex flex-1 items-end">
          <p className="flex flex-wrap justify-center gap-x-3 gap-y-0.5 pt-6 text-xs text-ink-3">
            <span>{t("publicNote")}</span>
            <Link href={routes.publicReports()}>{t("publicReports")}</Link>
            <Link href={routes.checkup()}>{t("checkup")}</Link>
          </p>
        </div>
      </section>
    </main>
  );
}

async function Contents({ notice }: { notice: SignInNotice }) {
  const t = await getTranslations("signin");
  const locale = await getLocale();
  return (
    <div className={SHEET}>
      <p
        className="text-center font-doc-title text-doc-title font-bold tracking-[0.02em] text-balance max-md:text-doc-title-sm"
        lang="zh-CN"
      >
        <ReportTitle title={reportTitle(notice.district, notice.year)} />
      </p>
      <hr className="mt-7 mb-5.5 h-1.25 border-t-3 border-b border-seal" />
      <ol>
        {notice.sections.map((section, index) => (
          <li key={section.number} className="flex items-baseline gap-2 py-1.25 text-doc-sm leading-6">
            <span className="min-w-0">
              {locale === "en" ? `${index + 1}. ${englishLabel(section.title)}` : `${section.number}、${section.title}`}
            </span>
            <i className="min-w-4 relative -top-1 flex-1 border-b border-dotted border-paper-ink-2" />
            <b className="font-normal whitespace-nowrap">
              {section.isOfficeOnly ? t("ownUnit") : t("units", { count: section.units })}
            </b>
          </li>
        ))}
      </ol>
    </div>
  );
}

async function Dates({ notice }: { notice: SignInNotice }) {
  const t = await getTranslations("signin");
  const locale = readLocale(await getLocale());
  const now = new Date();
  const real = realStatutoryDate(notice);
  const dates = [
    { due: notice.tablesDueAt, label: t("dueTables") },
    { due: notice.narrativeDueAt, label: t("dueNarrative") },
    {
      due: notice.statutoryDueAt,
      label: real ? t("dueStatutoryMoved", { day: formatShortDueDay(real, now, locale) }) : t("dueStatutory"),
    },
  ];
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4">
      {dates.map(({ due, label }) => (
        <div key={label}>
          <dt className="text-lg font-bold">{formatShortDueDay(due, now, locale)}</dt>
          <dd className="text-sm text-ink-2">{label}</dd>
        </div>
      ))}
    </dl>
  );
}
