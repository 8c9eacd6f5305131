import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CompleteUpTo } from "@/components/public/complete-up-to";
import { DownloadCard, type DownloadLink, DownloadRow } from "@/components/public/download-card";
import { PublicPage } from "@/components/public/public-page";
import { PublicPaper } from "@/components/public/public-paper";
import { ScopeCard, SiblingsCard, VerificationCard } from "@/components/public/public-report-side";
import { ErratumNotice, SupersededNotice } from "@/components/public/public-version-notice";
import { listCells } from "@/lib/domain/format-cells";
import { describeForPrograms, jsonForPage } from "@/lib/domain/open-data";
import { RENDERERS } from "@/lib/render";
import { loadPublicReport } from "@/lib/services/load-public-reports";
import { measureDownloads } from "@/lib/services/measure-downloads";
import { absoluteUrl } from "@/lib/web/absolute-url";
import { isId } from "@/lib/web/current-cycle";
import { readPublished } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

const load = cache(async (reportId: string) => {
  if (!isId(reportId)) return null;
  const { result, asOf } = await readPublished((db) => loadPublicReport(db, { reportId }, new Date()));
  return result ? { ...result, asOf } : null;
});

export async function generateMetadata({ params }: PageProps<"/reports/[reportId]">): Promise<Metadata> {
  const report = await load((await params).reportId);
  return report ? { title: report.entry.title } : {};
}

/** A published report for anybody: the text, the tables, the files, and whether they are genuine. */
export default async function PublicReportPage({ params }: PageProps<"/reports/[reportId]">) {
  const { reportId } = await params;
  const report = await load(reportId);
  if (!report) notFound();
  const { entry, document, previousFigures, siblings, successor, isIntact, asOf } = report;
  const isImported = entry.origin === "imported";
  const downloads = (await measureDownloads(report.files)).map(
    ({ format, bytes }): DownloadLink => ({ format, bytes, href: routes.publicDownload(reportId, format) }),
  );
  const forPrograms = describeForPrograms(document, {
    page: absoluteUrl(routes.publicReport(reportId)),
    downloads: RENDERERS.map(({ format, contentType }) => ({
      mediaType: contentType,
      url: absoluteUrl(routes.publicDownload(reportId, format)),
    })),
  });
  return (
    <PublicPage district={entry.districtName} width="document">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: data, in which no text can end the element. */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForPage(forPrograms) }} />
      <PublicPaper
        document={document}
        previousFigures={previousFigures}
        hasCharts={entry.hasCharts}
        hrefOfFigure={(cellKey) => routes.publicFigure(reportId, cellKey)}
        downloads={<DownloadRow downloads={downloads} />}
        notice={
          <>
            {successor ? (
              <SupersededNotice version={successor.version} href={routes.publicReport(successor.id)} />
            ) : null}
            {document.erratum ? <ErratumNotice erratum={document.erratum} version={document.version} /> : null}
          </>
        }
      />
      <aside className="min-w-0 max-md:px-4 max-md:pb-6 print:hidden">
        <DownloadCard
          downloads={downloads}
          figures={listCells(document.format).length}
          archiveHref={`${routes.publicDownload(reportId, "pdf")}?archive=1`}
          schemaHrefs={{ json: routes.publicSchema("json"), xml: routes.publicSchema("xml") }}
        />
        <VerificationCard
          code={entry.verificationCode}
          isIntact={isIntact}
          isImported={isImported}
          verifyHref={routes.verify()}
        />
        <ScopeCard units={document.units} isImported={isImported} />
        <SiblingsCard
          currentId={entry.id}
          siblings={siblings.map(({ id, year, version, state }) => ({
            id,
            year,
            version,
            state,
            href: routes.publicReport(id),
          }))}
        />
        <CompleteUpTo asOf={asOf} now={new Date()} />
      </aside>
    </PublicPage>
  );
}
