import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ComposeWork } from "@/components/compose/compose-work";
import { ClientMessages } from "@/components/shell/client-messages";
import { loadReport } from "@/lib/services/load-report";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import {
  chooseNoteAction,
  explainReportFindingAction,
  loadUnitsBehindAction,
  savePrefaceAction,
  saveReportTextAction,
} from "./actions";
import { composeMaterialOf } from "./compose-view";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("compose");
  return { title: t("title") };
}

/** Where the district's text is written: assembled from the units, held against the tables while one writes. */
export default async function ComposePage({ params }: PageProps<"/report/[cycleId]/compose">) {
  const actor = await requirePermission("report:compose");
  const { cycleId } = await params;
  if (!isId(cycleId)) notFound();
  const now = new Date();
  const work = await loadReport(getDb(), actor, { cycleId }, now);
  if (!work) notFound();
  const { state } = work.report;
  return (
    <ClientMessages areas={["compose", "checks", "common", "grid", "section"]}>
      <ComposeWork
        material={composeMaterialOf(work)}
        now={now.getTime()}
        locked={state === "draft" ? null : state === "final" ? "final" : "published"}
        links={{
          tables: routes.rollUp(cycleId),
          preview: routes.preview(cycleId),
          release: routes.release(cycleId),
          signIn: routes.signIn({ next: routes.compose(cycleId) }),
        }}
        actions={{
          saveText: saveReportTextAction,
          savePreface: savePrefaceAction,
          explain: explainReportFindingAction,
          chooseNote: chooseNoteAction,
          loadUnitsBehind: loadUnitsBehindAction,
        }}
      />
    </ClientMessages>
  );
}
