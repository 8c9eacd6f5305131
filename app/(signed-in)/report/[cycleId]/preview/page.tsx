import { DownloadIcon } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Page, PageHead } from "@/components/ui/page";
import { StateBadge } from "@/components/ui/state-badge";
import { may } from "@/lib/domain/access";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import { renderHtmlBody } from "@/lib/render";
import { loadPreview } from "@/lib/services/load-report-files";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import "@/components/official-table/report-document.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("release.preview");
  return { title: t("title") };
}

/** The report as its readers will see it; what is drawn is what the HTML writer writes. */
export default async function PreviewPage({ params }: PageProps<"/report/[cycleId]/preview">) {
  const actor = await requirePermission("report:read");
  const { cycleId } = await params;
  if (!isId(cycleId)) notFound();
  const work = await loadPreview(getDb(), actor, { cycleId }, new Date());
  if (!work) notFound();
  const { document, report, cycle } = work;
  const t = await getTranslations("release");
  const cells = cellsOf(cycle.format);
  const body = renderHtmlBody(
    { ...document, provenance: {} },
    { figureHref: (cellKey) => (cells.has(cellKey) ? routes.rollUp(cycleId, { cell: cellKey }) : null) },
  );
  return (
    <Page>
      <PageHead
        crumbs={[
          { label: t("crumbYear", { year: String(cycle.year) }), href: routes.overview() },
          { label: t("title"), href: routes.release(cycleId) },
          { label: t("preview.title") },
        ]}
        title={
          <>
            {t("preview.headline", { year: String(cycle.year) })}{" "}
            <StateBadge state={`report_${report.state}`} variant="boxed" />
          </>
        }
        actions={
          <>
            {may(actor, "report:download") ? (
              <a className={buttonVariants({})} href={routes.download(cycleId, "pdf")} download>
                <DownloadIcon />
                PDF
              </a>
            ) : null}
            {may(actor, "report:compose") && report.state === "draft" ? (
              <ButtonLink href={routes.compose(cycleId)}>{t("preview.compose")}</ButtonLink>
            ) : null}
            {may(actor, "report:download") ? (
              <ButtonLink variant="primary" href={routes.release(cycleId)}>
                {t("preview.release")}
              </ButtonLink>
            ) : null}
          </>
        }
        lead={t("preview.lead")}
      />
      <article
        className="report-document mx-auto w-full max-w-document"
        data-draft={report.state === "draft" ? "" : undefined}
        lang="zh-CN"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the writer escapes every text of the report.
        dangerouslySetInnerHTML={{ __html: body }}
      />
    </Page>
  );
}
