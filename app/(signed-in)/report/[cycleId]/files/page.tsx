import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KeptFileList } from "@/components/release/kept-file-list";
import { RefreshWhileWorking } from "@/components/release/refresh-while-working";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { FormCard } from "@/components/ui/form-card";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import { listCells } from "@/lib/domain/format-cells";
import { getRenderer, RENDERERS } from "@/lib/render";
import { loadReportFiles } from "@/lib/services/load-report-files";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { askForFileAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("release.files"))("title") };
}

/** Files with annexes, without charts, for the archive, or simply large: asked for here, written aside, and kept. */
export default async function FilesPage({ params, searchParams }: PageProps<"/report/[cycleId]/files">) {
  const actor = await requirePermission("report:download");
  const { cycleId } = await params;
  const { format: asked } = await searchParams;
  if (!isId(cycleId)) notFound();
  const now = new Date();
  const found = await loadReportFiles(getDb(), actor, { cycleId }, now);
  if (!found) notFound();
  const { cycle, files } = found;
  const t = await getTranslations("release");
  const isOpen = files.some((file) => file.state === "waiting" || file.state === "working");
  return (
    <Page>
      <PageHead
        crumbs={[
          { label: t("crumbYear", { year: String(cycle.year) }), href: routes.overview() },
          { label: t("title"), href: routes.release(cycleId) },
          { label: t("files.title") },
        ]}
        title={t("files.title")}
        lead={t("files.lead")}
      />
      {isOpen ? <RefreshWhileWorking seconds={2} /> : null}
      <PageColumns>
        <Card>
          <CardHeader>
            <CardTitle>{t("files.list")}</CardTitle>
          </CardHeader>
          <KeptFileList now={now} files={files.map((file) => ({ ...file, href: routes.file(cycleId, file.id) }))} />
        </Card>
        <PageAside>
          <AskForFileCard found={found} askedFormat={asked} />
        </PageAside>
      </PageColumns>
    </Page>
  );
}

type AskForFileProps = {
  found: NonNullable<Awaited<ReturnType<typeof loadReportFiles>>>;
  /** As it stands in the address. */
  askedFormat: string | string[] | undefined;
};

/** What file is wanted: its type, and what of the report stands in it. */
async function AskForFileCard({ found, askedFormat }: AskForFileProps) {
  const { cycle, report, print } = found;
  const { state } = report;
  const t = await getTranslations("release");
  const nameOf = await getTranslations("public");
  const chosen = typeof askedFormat === "string" && getRenderer(askedFormat) ? askedFormat : "pdf";
  return (
    <FormCard title={t("files.ask")}>
      <ActionForm
        id="file"
        action={askForFileAction}
        errorTitle={t("errorTitle")}
        submitLabel={t("files.act")}
        busyLabel={t("files.busy")}
        buttonVariant="primary"
        fields={[
          { kind: "hidden", name: "requestId", value: randomUUID() },
          { kind: "hidden", name: "cycleId", value: cycle.id },
          {
            kind: "select",
            name: "format",
            label: t("files.format"),
            value: chosen,
            choices: RENDERERS.map(({ format }) => ({
              value: format,
              label: t("files.formatChoice", {
                format: format.toUpperCase(),
                name:
                  format === "pdf" && (state === "draft" || state === "final")
                    ? t(`downloads.pdf_${state}`)
                    : nameOf(`format.${format}`, { count: listCells(cycle.format).length }),
              }),
            })),
          },
          {
            kind: "checkbox",
            name: "withUnitAnnexes",
            label: t("print.annexes"),
            hint: t("files.annexesHint"),
            isChecked: print.choices.unitAnnexes,
          },
          {
            kind: "checkbox",
            name: "withoutCharts",
            label: t("print.noCharts"),
            hint: t("files.noChartsHint"),
            isChecked: !print.choices.charts,
          },
          { kind: "checkbox", name: "archive", label: t("files.archive"), hint: t("files.archiveHint") },
        ]}
      />
    </FormCard>
  );
}
