import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { signInAction } from "@/app/sign-in/actions";
import { SignInForm } from "@/app/sign-in/sign-in-form";
import { BrandMark } from "@/components/icons";
import { ReportTitle } from "@/components/public/report-title";
import { ClientMessages } from "@/components/shell/client-messages";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { Alert } from "@/components/ui/alert";
import { getDb } from "@/db/client";
import { getSignInNotice, isSetUp, type SignInNotice } from "@/db/queries/users";
import { reportTitle } from "@/lib/domain/compose-report";
import { realStatutoryDate } from "@/lib/domain/cycle";
import { englishLabel } from "@/lib/formats/english-labels";
import { formatShortDueDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { findActor } from "@/lib/web/actor";
import { routes, safeNext } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signin"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, reason } = await searchParams;
  const target = typeof next === "string" ? safeNext(next) : null;
  if (await findActor()) redirect(target ?? routes.home());
  const db = getDb();
  const [notice, isReady] = await Promise.all([getSignInNotice(db), isSetUp(db)]);
  if (!isReady) redirect(routes.setUp());
  const t = await getTranslations("signin");

  return (
    <main className="si" id="main">
      <section className="si-l" aria-label={t("contents")}>
        <div className="brand">
          <BrandMark />
          {(await getTranslations("shell"))("brand")}
        </div>
        {notice ? <Contents notice={notice} /> : <p className="sheet paper">{t("purpose")}</p>}
        {notice ? <Dates notice={notice} /> : <span />}
      </section>
      <section className="si-r">
        <div className="si-lang">
          <LanguageSwitch />
        </div>
        <div className="si-c">
          <h1>{t("title")}</h1>
          {notice ? (
            <p className="sec">{t("scope", { district: notice.district, year: String(notice.year) })}</p>
          ) : null}
          {reason === "ended" ? (
            <Alert kind="info" className="mt16">
              {t("signedOutIdle")}
            </Alert>
          ) : null}
          {reason === "signed_out" ? (
            <Alert kind="done" className="mt16">
              {t("signedOut")}
            </Alert>
          ) : null}
          <ClientMessages areas={["signin"]}>
            <SignInForm action={signInAction} next={target} />
          </ClientMessages>
          <p className="sm sec mt16">
            {notice ? t("help", { office: notice.office, phone: notice.phone || "none" }) : t("helpPlain")}
          </p>
          <p className="sm mt8">
            <Link href={routes.setPassword()}>{t("code")}</Link>
          </p>
        </div>
        <p className="xs muted si-f">
          <span>{t("publicNote")}</span>
          <Link href={routes.publicReports()}>{t("publicReports")}</Link>
          <Link href={routes.checkup()}>{t("checkup")}</Link>
        </p>
      </section>
    </main>
  );
}

async function Contents({ notice }: { notice: SignInNotice }) {
  const t = await getTranslations("signin");
  const locale = await getLocale();
  return (
    <div className="sheet paper">
      <p className="ti" lang="zh-CN">
        <ReportTitle title={reportTitle(notice.district, notice.year)} />
      </p>
      <hr className="ww" />
      <ol>
        {notice.sections.map((section, index) => (
          <li key={section.number}>
            <span>
              {locale === "en" ? `${index + 1}. ${englishLabel(section.title)}` : `${section.number}、${section.title}`}
            </span>
            <i />
            <b>{section.isOfficeOnly ? t("ownUnit") : t("units", { count: section.units })}</b>
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
    <dl className="si-d">
      {dates.map(({ due, label }) => (
        <div key={label}>
          <dt>{formatShortDueDay(due, now, locale)}</dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  );
}
