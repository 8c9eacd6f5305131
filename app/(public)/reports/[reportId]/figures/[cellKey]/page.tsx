import { ChevronLeftIcon } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { PublicFigure } from "@/components/public/public-figure";
import { PublicPage } from "@/components/public/public-page";
import { SupersededNotice } from "@/components/public/public-version-notice";
import { describeCell } from "@/lib/domain/cell";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import { traceFigure } from "@/lib/domain/trace-figure";
import { loadPublicFigure } from "@/lib/services/load-public-reports";
import { isId } from "@/lib/web/current-cycle";
import { readPublished } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

type Params = { reportId: string; cellKey: string };

/** The figure and its report; null for a report that is not published and for a cell that its form does not have. */
const load = cache(async (reportId: string, cellKey: string) => {
  if (!isId(reportId)) return null;
  const { result: figure } = await readPublished((db) => loadPublicFigure(db, { reportId, cellKey }, new Date()));
  const located = figure ? cellsOf(figure.report.document.format).get(cellKey) : undefined;
  const trace = figure ? traceFigure(figure.report.document, cellKey) : null;
  return figure && located && trace ? { ...figure, located, trace } : null;
});

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { reportId, cellKey } = await params;
  const found = await load(reportId, decodeURIComponent(cellKey));
  const t = await getTranslations("public.figure");
  return found ? { title: t("title", { place: describeCell(found.located) }) } : {};
}

/** Where one published figure comes from, down to the versions and the people who stand for them. */
export default async function PublicFigurePage({ params }: PageProps<"/reports/[reportId]/figures/[cellKey]">) {
  const { reportId, cellKey } = await params;
  const found = await load(reportId, decodeURIComponent(cellKey));
  if (!found) notFound();
  const { report, located, trace, history, successor } = found;
  const t = await getTranslations("public.figure");
  const compare = await getTranslations("public.compare");
  return (
    <PublicPage district={report.districtName} width="article">
      <p className="text-sm">
        <a href={`${routes.publicReport(reportId)}#cell.${located.cell.key}`}>
          <ChevronLeftIcon className="size-3.5" />
          {t("back")}
        </a>
        <span className="text-ink-3">
          　
          {t("inReport", {
            district: report.districtName,
            year: String(report.year),
            version: report.version,
          })}
        </span>
      </p>
      {successor ? (
        <SupersededNotice version={successor.version} href={routes.publicFigure(successor.id, located.cell.key)} />
      ) : null}
      <h1 className="mt-2">{t("title", { place: describeCell(located) })}</h1>
      <div className="mt-4">
        <PublicFigure
          document={report.document}
          located={located}
          trace={trace}
          isImported={report.origin === "imported"}
          history={history}
          now={new Date()}
          hrefOfFigure={(key) => routes.publicFigure(reportId, key)}
          hrefOfReport={(id) => routes.publicFigure(id, located.cell.key)}
        />
      </div>
      <p className="mt-4 text-sm">
        <a
          className="inline-block py-1"
          href={routes.compareReports({ figure: located.cell.key, bodies: [report.districtId] })}
        >
          {compare("linkFigure")}
        </a>
      </p>
    </PublicPage>
  );
}
