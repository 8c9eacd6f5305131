import { getTranslations } from "next-intl/server";
import { writeAtomFeed } from "@/lib/domain/atom-feed";
import { loadNewestReports } from "@/lib/services/load-open-data";
import { absoluteUrl } from "@/lib/web/absolute-url";
import { dataResponse } from "@/lib/web/data-response";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

// What is published changes while the app runs.
export const dynamic = "force-dynamic";

/** What was published or corrected last, as an Atom feed. */
export async function GET(request: Request) {
  const entries = await loadNewestReports(getDb(), {}, new Date());
  const t = await getTranslations({ locale: "zh-CN", namespace: "public.data" });
  const updatedOf = (publishedAt: Date | null) => (publishedAt ?? new Date(0)).toISOString();
  const body = writeAtomFeed({
    id: absoluteUrl(routes.publicFeed()),
    title: t("feedTitle"),
    url: absoluteUrl(routes.publicFeed()),
    page: absoluteUrl(routes.publicReports()),
    updated: updatedOf(entries[0]?.publishedAt ?? null),
    entries: entries.map(({ id, title, districtName, version, publishedAt }) => ({
      id: `urn:uuid:${id}`,
      title,
      url: absoluteUrl(routes.publicReport(id)),
      updated: updatedOf(publishedAt),
      author: districtName,
      summary: version > 1 ? t("feedCorrected", { version }) : t("feedNew"),
    })),
  });
  return dataResponse(request, { contentType: "application/atom+xml; charset=utf-8", body });
}
