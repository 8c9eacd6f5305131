import { randomUUID } from "node:crypto";
import { DownloadIcon } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { removeLetterheadAction, uploadLetterheadAction } from "@/app/(signed-in)/admin/letterhead/actions";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { ActionForm } from "@/components/ui/action-form";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { FormCard } from "@/components/ui/form-card";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import type { Letterhead } from "@/lib/domain/letterhead";
import { LETTERHEAD_MAX_BYTES } from "@/lib/domain/letterhead";
import { formatMoment } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { loadLetterhead } from "@/lib/services/load-letterhead";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

const STEPS = ["sample", "body", "fields", "styles", "safe"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.letterhead"))("title") };
}

/** The office's own Word template: which one is in use, putting another into use, and how to make one. */
export default async function LetterheadPage() {
  const actor = await requirePermission("unit:manage");
  const t = await getTranslations("admin.letterhead");
  const current = await loadLetterhead(getDb(), actor, {}, new Date());
  return (
    <Page>
      <AdminTabs current="letterhead" hrefs={ADMIN_PLACES} />
      <PageHead
        title={t("title")}
        actions={
          <a className={buttonVariants({})} href={routes.letterheadFile("sample")} download>
            <DownloadIcon />
            {t("sample")}
          </a>
        }
        lead={t("lead")}
      />
      <PageColumns>
        <div className="min-w-0 space-y-4">
          <Card>
            <CardHeader>
              <CardTitle>{t("current")}</CardTitle>
            </CardHeader>
            <CardContent>
              {current ? <CurrentLetterhead letterhead={current} /> : <p className="text-ink-2">{t("none")}</p>}
            </CardContent>
          </Card>
          <FormCard title={current ? t("replace") : t("upload")}>
            <ActionForm
              id="letterhead"
              action={uploadLetterheadAction}
              errorTitle={t("notSaved")}
              submitLabel={current ? t("replace") : t("upload")}
              busyLabel={t("uploading")}
              buttonVariant="primary"
              fields={[
                { kind: "hidden", name: "requestId", value: randomUUID() },
                {
                  kind: "file",
                  name: "file",
                  label: t("file"),
                  hint: t("fileHint", { megabytes: LETTERHEAD_MAX_BYTES / 1_048_576 }),
                  accept: ".docx",
                  limit: { bytes: LETTERHEAD_MAX_BYTES, sentence: t("problem.too_large") },
                  isRequired: true,
                },
              ]}
            />
          </FormCard>
        </div>
        <PageAside>
          <Card>
            <CardHeader>
              <CardTitle>{t("how")}</CardTitle>
            </CardHeader>
            <CardContent>
              <ol className="grid list-decimal gap-2 pl-[1.4em]">
                {STEPS.map((step) => (
                  <li key={step}>{t(`steps.${step}`)}</li>
                ))}
              </ol>
            </CardContent>
          </Card>
        </PageAside>
      </PageColumns>
    </Page>
  );
}

async function CurrentLetterhead({ letterhead }: { letterhead: Letterhead }) {
  const t = await getTranslations("admin.letterhead");
  const locale = readLocale(await getLocale());
  const time = formatMoment(letterhead.uploadedAt, new Date(), locale);
  return (
    <>
      <p>
        <b className="wrap-anywhere">{letterhead.fileName}</b>
      </p>
      <p className="text-sm text-ink-3">{t("uploaded", { name: letterhead.uploadedByName, time })}</p>
      <p className="mt-2 text-sm text-ink-2">{t("useNote")}</p>
      <p className="mt-2 flex flex-wrap gap-2">
        <a className={buttonVariants({ size: "sm" })} href={routes.letterheadFile("specimen")} download>
          <DownloadIcon className="size-3.5" />
          {t("preview")}
        </a>
        <a
          className={buttonVariants({ size: "sm", variant: "ghost" })}
          href={routes.letterheadFile("current")}
          download
        >
          {t("download")}
        </a>
      </p>
      <details className="mt-4">
        <summary className="text-accent hover:underline">{t("remove")}</summary>
        <div className="mt-2">
          <ActionForm
            id="remove-letterhead"
            action={removeLetterheadAction}
            errorTitle={t("notSaved")}
            submitLabel={t("remove")}
            busyLabel={t("removing")}
            fields={[{ kind: "hidden", name: "requestId", value: randomUUID() }]}
            note={<p className="text-sm text-ink-2">{t("removeNote")}</p>}
          />
        </div>
      </details>
    </>
  );
}
