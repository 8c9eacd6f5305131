import { env } from "@/lib/env";
import { checkReadiness } from "@/lib/services/check-readiness";
import { getDb } from "@/lib/web/database";

/** For a balancer or whoever watches: 200 when people can work here, else 503 with every reason. */
export async function GET(): Promise<Response> {
  const { isReady, reasons } = await checkReadiness(getDb(), { databaseDir: env().DATABASE_DIR }, new Date());
  return Response.json(
    { status: isReady ? "ready" : "not_ready", reasons },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
