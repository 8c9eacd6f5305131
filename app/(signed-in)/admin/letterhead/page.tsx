import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { removeLetterheadAction, uploadLetterheadAction } from "@/app/(signed-in)/admin/letterhead/actions";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { DownloadIcon } from "@/components/icons";
import { ActionForm } from "@/components/ui/action-form";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { getDb } from "@/db/client";
import { withActor } from "@/db/connect";
import { getCurrentLetterhead, type Letterhead } from "@/db/queries/letterheads";
import { LETTERHEAD_MAX_BYTES } from "@/lib/domain/letterhead";
import { formatMoment } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { requirePermission } from "@/lib/web/actor";
import { routes } from "@/lib/web/routes";

const STEPS = ["sample", "body", "fields", "styles", "safe"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.letterhead"))("title") };
}

/** The office's own Word template: which one is in use, putting another into use, and how to make one. */
export default async function LetterheadPage() {
  const actor = await requirePermission("unit:manage");
  const t = await getTranslations("admin.letterhead");
  const current = await withActor(getDb(), actor, (tx) => getCurrentLetterhead(tx, { districtId: actor.districtId }));
  return (
    <div className="page">
      <AdminTabs current="letterhead" hrefs={ADMIN_PLACES} />
      <PageHead
        title={t("title")}
        actions={
          <a className={buttonClass({})} href={routes.letterheadFile("sample")} download>
            <DownloadIcon />
            {t("sample")}
          </a>
        }
      >
        <p>{t("lead")}</p>
      </PageHead>
      <div className="cols">
        <div className="astack">
          <Card title={t("current")} isPadded>
            {current ? <CurrentLetterhead letterhead={current} /> : <p className="sec">{t("none")}</p>}
          </Card>
          <Card title={current ? t("replace") : t("upload")} isPadded>
            <ActionForm
              id="letterhead"
              action={uploadLetterheadAction}
              errorTitle={t("notSaved")}
              submitLabel={current ? t("replace") : t("upload")}
              busyLabel={t("uploading")}
              buttonKind="primary"
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
          </Card>
        </div>
        <aside className="side">
          <Card title={t("how")} isPadded>
            <ol className="lh-steps">
              {STEPS.map((step) => (
                <li key={step}>{t(`steps.${step}`)}</li>
              ))}
            </ol>
          </Card>
        </aside>
      </div>
    </div>
  );
}

async function CurrentLetterhead({ letterhead }: { letterhead: Letterhead }) {
  const t = await getTranslations("admin.letterhead");
  const locale = readLocale(await getLocale());
  const time = formatMoment(letterhead.uploadedAt, new Date(), locale);
  return (
    <>
      <p>
        <b className="break">{letterhead.fileName}</b>
      </p>
      <p className="sm muted">{t("uploaded", { name: letterhead.uploadedByName, time })}</p>
      <p className="sm sec mt8">{t("useNote")}</p>
      <p className="lh-files mt8">
        <a className={buttonClass({ size: "small" })} href={routes.letterheadFile("specimen")} download>
          <DownloadIcon isSmall />
          {t("preview")}
        </a>
        <a className={buttonClass({ size: "small", kind: "quiet" })} href={routes.letterheadFile("current")} download>
          {t("download")}
        </a>
      </p>
      <details className="mt16">
        <summary className="linkish">{t("remove")}</summary>
        <div className="mt8">
          <ActionForm
            id="remove-letterhead"
            action={removeLetterheadAction}
            errorTitle={t("notSaved")}
            submitLabel={t("remove")}
            busyLabel={t("removing")}
            fields={[{ kind: "hidden", name: "requestId", value: randomUUID() }]}
            note={<p className="sec sm">{t("removeNote")}</p>}
          />
        </div>
      </details>
    </>
  );
}
