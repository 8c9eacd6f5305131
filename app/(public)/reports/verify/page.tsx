import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ShieldIcon } from "@/components/icons";
import { PublicHeader } from "@/components/public/public-header";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/text-field";
import { getDb } from "@/db/client";
import { withPublic } from "@/db/connect";
import { readVerificationMark } from "@/lib/domain/verification-code";
import { formatFullDay } from "@/lib/i18n/dates";
import { verifyPublicReport } from "@/lib/services/load-public-reports";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.verify");
  return { title: t("title") };
}

/** Says of a code whether it is that of a report published here, and whether that version still counts. */
export default async function VerifyPage({ searchParams }: PageProps<"/reports/verify">) {
  const { code: asked } = await searchParams;
  const typed = typeof asked === "string" ? asked : "";
  const mark = readVerificationMark(typed);
  const t = await getTranslations("public.verify");
  const found = mark ? await withPublic(getDb(), (tx) => verifyPublicReport(tx, mark)) : null;
  const shown = mark ? (mark.hash ?? mark.code) : typed;
  return (
    <>
      <PublicHeader district={found?.entry.districtName ?? null} />
      <main className="pubone" id="main" tabIndex={-1}>
        <h1>{t("title")}</h1>
        <p className="sec mt8">{t("lead")}</p>
        <form className="verify mt16" action={routes.verify()}>
          <TextField
            id="code"
            name="code"
            label={t("code")}
            hint={t("codeHint")}
            errors={typed !== "" && mark === null ? [t("malformed")] : undefined}
            defaultValue={shown}
            autoComplete="off"
            spellCheck={false}
            required
          />
          <button className={buttonClass({ kind: "primary" })} type="submit">
            <ShieldIcon />
            {t("check")}
          </button>
        </form>
        {mark && !found ? (
          <Alert kind="error" className="mt16">
            <b>{t("unknown")}</b>
            <p>{t("unknownText", { code: shown })}</p>
          </Alert>
        ) : null}
        {found ? <Found found={found} /> : null}
      </main>
    </>
  );
}

type Verified = NonNullable<Awaited<ReturnType<typeof verifyPublicReport>>>;

async function Found({ found }: { found: Verified }) {
  const { entry, successor, isIntact } = found;
  const t = await getTranslations("public.verify");
  const common = await getTranslations("common");
  const locale = await getLocale();
  return (
    <div className="mt16">
      {isIntact ? (
        <Alert kind={successor ? "warning" : "done"}>
          <b>{t(successor ? "foundSuperseded" : "found")}</b>
          <p>{successor ? t("supersededText", { version: successor.version }) : t("foundText")}</p>
        </Alert>
      ) : (
        <Alert kind="error">
          <b>{t("foundBroken")}</b>
        </Alert>
      )}
      <Card className="mt16" isPadded>
        <dl className="kv">
          <dt>{t("report")}</dt>
          <dd className="b">{entry.title}</dd>
          <dt>{t("publishedOn")}</dt>
          <dd>{entry.publishedAt ? formatFullDay(entry.publishedAt, locale) : null}</dd>
          <dt>{t("version")}</dt>
          <dd>{common("version", { version: entry.version })}</dd>
          <dt>{t("hash")}</dt>
          <dd className="mono">{entry.documentHash}</dd>
        </dl>
        <div className="row row-w mt12">
          {successor ? (
            <a className={buttonClass({ kind: "primary" })} href={routes.publicReport(successor.id)}>
              {t("openNewest", { version: successor.version })}
            </a>
          ) : null}
          <a className={buttonClass({})} href={routes.publicReport(entry.id)}>
            {t("open")}
          </a>
        </div>
      </Card>
    </div>
  );
}
