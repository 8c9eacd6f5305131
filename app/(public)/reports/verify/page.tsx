import { ShieldCheckIcon } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { GenuineForm } from "@/components/public/genuine-form";
import { PublicPage } from "@/components/public/public-page";
import { ClientMessages } from "@/components/shell/client-messages";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardContent } from "@/components/ui/card";
import { Description, DescriptionList } from "@/components/ui/description-list";
import { TextField } from "@/components/ui/text-field";
import { MOST_GENUINE_BYTES } from "@/lib/domain/inputs/genuine";
import { readVerificationMark } from "@/lib/domain/verification-code";
import { formatFullDay } from "@/lib/i18n/dates";
import { verifyPublicReport } from "@/lib/services/load-public-reports";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { recogniseFileAction } from "./actions";

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
  const genuine = await getTranslations("public.genuine");
  const proof = await getTranslations("proof");
  const found = mark ? await verifyPublicReport(getDb(), mark, new Date()) : null;
  const shown = mark ? (mark.hash ?? mark.code) : typed;
  return (
    <PublicPage district={found?.entry.districtName ?? null} width="article">
      <h1>{t("title")}</h1>
      <section aria-labelledby="genuine">
        <h2 id="genuine" className="mt-5">
          {genuine("title")}
        </h2>
        <p className="mt-2 text-ink-2">{genuine("lead")}</p>
        <ClientMessages areas={["public", "common"]}>
          <GenuineForm action={recogniseFileAction} mostBytes={MOST_GENUINE_BYTES} />
        </ClientMessages>
      </section>
      <h2 className="mt-8">{genuine("orCode")}</h2>
      <p className="mt-2 text-ink-2">{t("lead")}</p>
      <form className="mt-4 grid max-w-105 justify-items-start gap-3" action={routes.verify()}>
        <TextField
          className="w-full"
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
        <button className={buttonVariants({ variant: "primary" })} type="submit">
          <ShieldCheckIcon />
          {t("check")}
        </button>
      </form>
      {mark && !found ? (
        <Alert variant="error" className="mt-4">
          <b>{t("unknown")}</b>
          <p>{t("unknownText", { code: shown })}</p>
        </Alert>
      ) : null}
      {found ? <Found found={found} /> : null}
      <p className="mt-6 text-sm">
        <a href={routes.proof()}>{proof("link")}</a>
      </p>
    </PublicPage>
  );
}

type Verified = NonNullable<Awaited<ReturnType<typeof verifyPublicReport>>>;

async function Found({ found }: { found: Verified }) {
  const { entry, successor, isIntact } = found;
  const t = await getTranslations("public.verify");
  const common = await getTranslations("common");
  const locale = await getLocale();
  return (
    <div className="mt-4">
      {isIntact ? (
        <Alert variant={successor ? "warning" : "success"}>
          <b>{t(successor ? "foundSuperseded" : "found")}</b>
          <p>{successor ? t("supersededText", { version: successor.version }) : t("foundText")}</p>
        </Alert>
      ) : (
        <Alert variant="error">
          <b>{t("foundBroken")}</b>
        </Alert>
      )}
      <Card className="mt-4">
        <CardContent>
          <DescriptionList>
            <Description term={t("report")} className="font-bold">
              {entry.title}
            </Description>
            <Description term={t("publishedOn")}>
              {entry.publishedAt ? formatFullDay(entry.publishedAt, locale) : null}
            </Description>
            <Description term={t("version")}>{common("version", { version: entry.version })}</Description>
            <Description term={t("hash")} className="font-mono text-xs">
              {entry.documentHash}
            </Description>
          </DescriptionList>
          <div className="mt-3 flex flex-wrap items-center gap-2">
            {successor ? (
              <a className={buttonVariants({ variant: "primary" })} href={routes.publicReport(successor.id)}>
                {t("openNewest", { version: successor.version })}
              </a>
            ) : null}
            <a className={buttonVariants()} href={routes.publicReport(entry.id)}>
              {t("open")}
            </a>
          </div>
        </CardContent>
      </Card>
    </div>
  );
}
