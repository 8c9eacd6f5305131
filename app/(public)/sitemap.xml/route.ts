import { writeSitemap } from "@/lib/domain/atom-feed";
import { loadOpenReports } from "@/lib/services/load-open-data";
import { absoluteUrl } from "@/lib/web/absolute-url";
import { dataResponse } from "@/lib/web/data-response";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

// What is published changes while the app runs.
export const dynamic = "force-dynamic";

/** The pages that anybody may read, for search engines; a version that was corrected is not among them. */
export async function GET(request: Request) {
  const entries = await loadOpenReports(getDb(), {}, new Date());
  const fixed = [routes.publicReports(), routes.verify(), routes.compareReports(), routes.openData()];
  const body = writeSitemap([
    ...fixed.map((path) => ({ url: absoluteUrl(path), changedOn: null })),
    ...entries
      .filter((entry) => entry.state === "published")
      .map(({ id, publishedAt }) => ({
        url: absoluteUrl(routes.publicReport(id)),
        changedOn: publishedAt ? publishedAt.toISOString().slice(0, 10) : null,
      })),
  ]);
  return dataResponse(request, { contentType: "application/xml; charset=utf-8", body });
}
