import { getLocale, getTranslations } from "next-intl/server";
import { eventSentences } from "@/components/events/event-sentence";
import { formatRecordMoment } from "@/lib/i18n/dates";
import { writeCsv } from "@/lib/render/csv";
import { loadHistoryExport } from "@/lib/services/load-history";
import { requireActor } from "@/lib/web/actor";
import { csvResponse } from "@/lib/web/csv-response";
import { getDb } from "@/lib/web/database";
import { eventNamesOf } from "../event-names";
import { readHistorySearchParams } from "../history-search-params";

/** What the page's question finds, all of it, as lines for a spreadsheet. */
export async function GET(request: Request) {
  const actor = await requireActor();
  const params = new URL(request.url).searchParams;
  const question = readHistorySearchParams(
    Object.fromEntries([...params.keys()].map((name) => [name, valuesOf(params, name)])),
  );
  const locale = await getLocale();
  const now = new Date();
  const found = await loadHistoryExport(getDb(), actor, question, now);
  const { events } = found;
  const names = eventNamesOf(found.names, locale);

  const t = await getTranslations("history.export");
  const translators = {
    t: await getTranslations("events"),
    common: await getTranslations("common"),
    rules: await getTranslations("checks.rules"),
    locale,
  };
  const { textOf } = eventSentences(translators, names, now);
  const lines = events.map((event) => [
    String(event.id),
    formatRecordMoment(event.at),
    event.actorName || translators.t("system"),
    event.organisationId ? (names.unitOf(event.organisationId) ?? "") : "",
    translators.t(`word.${event.event.type}`),
    textOf(event),
  ]);
  const head = [t("number"), t("time"), t("who"), t("unit"), t("act"), t("what")];
  return csvResponse({ name: t("fileName", { district: actor.districtName }), bytes: writeCsv([head, ...lines]) });
}

function valuesOf(params: URLSearchParams, name: string): string | string[] {
  const all = params.getAll(name);
  return all.length === 1 ? (all[0] ?? "") : all;
}
