import { getTranslations } from "next-intl/server";
import { calendarText } from "@/lib/domain/calendar-text";
import { env } from "@/lib/env";
import { readCalendarFile } from "@/lib/services/calendar-address";
import { hashOfBytes } from "@/lib/services/hash";
import { loadCalendar } from "@/lib/services/load-calendar";
import { getDb } from "@/lib/web/database";
import { holdsTag, notFoundResponse } from "@/lib/web/file-response";
import { routes } from "@/lib/web/routes";

/** One person's due dates for a calendar program, which cannot sign in: the address itself says whose they are. */
export async function GET(request: Request, { params }: RouteContext<"/calendar/[file]">) {
  const { file } = await params;
  const feedId = readCalendarFile(file, env().NEXTAUTH_SECRET);
  const calendar = feedId ? await loadCalendar(getDb(), { feedId }, new Date()) : null;
  if (!calendar) return notFoundResponse();

  const { language: locale, actor, entries } = calendar;
  const t = await getTranslations({ locale, namespace: "setup.account.calendar" });
  const section = await getTranslations({ locale, namespace: "common.section" });
  const addressOf = (path: string) => new URL(path, env().NEXTAUTH_URL).toString();
  const text = calendarText(
    t("name", { person: actor.name }),
    entries.map(({ id, sectionId, unitName, year, dueAt, updatedAt }) => ({
      uid: `${id}@nianbao`,
      title: t("entry", { section: section(sectionId), unit: unitName, year: String(year) }),
      description: t("entryText"),
      url: addressOf(routes.section(id)),
      dueAt,
      changedAt: updatedAt,
    })),
  );
  const bytes = new TextEncoder().encode(text);
  const tag = `"${hashOfBytes(bytes)}"`;
  const headers = {
    ETag: tag,
    "Cache-Control": "private, no-cache",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
  };
  if (holdsTag(request.headers.get("If-None-Match"), tag)) return new Response(null, { status: 304, headers });
  return new Response(bytes, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": 'inline; filename="nianbao.ics"',
    },
  });
}
