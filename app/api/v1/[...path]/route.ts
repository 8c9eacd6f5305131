import { env } from "@/lib/env";
import { answerApi } from "@/lib/web/api/answer-api";
import { getDb } from "@/lib/web/database";
import { SOURCE_HEADER } from "@/lib/web/source-header";

export const dynamic = "force-dynamic";

/** Every call of the programming interface; what there is stands in `lib/web/api/operations`. */
function answer(request: Request): Promise<Response> {
  const source = request.headers.get(SOURCE_HEADER) ?? "unknown";
  return answerApi(request, { db: getDb(), source, origin: env().NEXTAUTH_URL, now: new Date() });
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
