import "server-only";
import { createTranslator } from "next-intl";
import { getLocale, type getTranslations } from "next-intl/server";
import type { Refusal, RefusalCode } from "@/lib/domain/refusal";
import { formatMoment } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { loadRefusals } from "@/lib/i18n/messages";

/** What says a refusal in somebody's language. */
export type RefusalWords = { t: Awaited<ReturnType<typeof getTranslations<"refusals">>>; locale: Locale };

/** In the language of the page whose action is being answered. */
export async function wordsOfPage(): Promise<RefusalWords> {
  return wordsIn(await getLocale());
}

export async function wordsIn(locale: Locale): Promise<RefusalWords> {
  const messages = { refusals: await loadRefusals(locale) };
  return { t: createTranslator({ locale, messages, namespace: "refusals" }), locale };
}

/** What only a look at the newest state can clear. */
const STALE: readonly RefusalCode[] = [
  "wrong_state",
  "changed_meanwhile",
  "cycle_closed",
  "review_began",
  "report_final",
  "report_published",
];

/** The sentence of a refusal; moments in it are told as the reader's language tells them. */
export function sayRefusal(error: Refusal, { t, locale }: RefusalWords): { message: string; isStale: boolean } {
  const code = shownCode(error);
  const { at } = error.details;
  const time = typeof at === "string" ? formatMoment(new Date(at), new Date(), locale) : "";
  const details = { move: "unknown", who: "", isOwn: "no", ...error.details, time };
  return { message: t(code, details), isStale: STALE.includes(code) };
}

/** What somebody may not do is answered as what is not there: a stranger does not learn that it exists. */
export function shownCode({ code }: Refusal): RefusalCode {
  return code === "not_permitted" ? "not_found" : code;
}
