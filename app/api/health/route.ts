import { getDb } from "@/db/client";
import { pingDatabase } from "@/db/queries/health";

/** For whoever watches over the app: 200 when it can answer from its database. */
export async function GET(): Promise<Response> {
  const isUp = await pingDatabase(getDb()).then(
    () => true,
    () => false,
  );
  return Response.json(
    { status: isUp ? "ok" : "no_database" },
    { status: isUp ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
