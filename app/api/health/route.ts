import { sql } from "drizzle-orm";
import { getDb } from "@/db/client";

/** For whoever watches over the app: 200 when it can answer from its database. */
export async function GET(): Promise<Response> {
  const isUp = await getDb()
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    );
  return Response.json(
    { status: isUp ? "ok" : "no_database" },
    { status: isUp ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
