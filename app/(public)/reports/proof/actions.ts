"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { eventSentences } from "@/components/events/event-sentence";
import type { ProofState } from "@/components/public/proof-form";
import type { StoredEvent } from "@/lib/domain/events";
import { FEWEST_SEAL_DIGITS, MOST_PROOF_BYTES, readSealDigits } from "@/lib/domain/proof";
import { sealDigits } from "@/lib/domain/receipt";
import { formatFullDay, formatRecordMoment } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { checkProofFile } from "@/lib/services/prove-event";

/** Checks a proof against a seal. It asks no database, and keeps nothing of what was sent. */
export async function checkProofAction(_state: ProofState, form: FormData): Promise<ProofState> {
  const t = await getTranslations("proof");
  const typed = form.get("seal");
  const text = typeof typed === "string" ? typed : "";
  const digits = readSealDigits(text);
  if (!digits)
    return { status: "refused", field: "seal", message: t("seal_unclear", { digits: FEWEST_SEAL_DIGITS }), text };
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) {
    return { status: "refused", field: "file", message: t("file_missing"), text };
  }
  if (file.size > MOST_PROOF_BYTES) return { status: "refused", field: "file", message: t("fault.malformed"), text };
  const checked = checkProofFile(await file.text(), digits);
  if (!checked.ok) return { status: "refused", field: null, message: t(`fault.${checked.fault}`), text };
  const { event, district, seal } = checked;
  const locale = readLocale(await getLocale());
  return {
    status: "done",
    district,
    sentence: await sentenceOf(event),
    at: formatRecordMoment(event.at),
    data: JSON.stringify(event.event.data, null, 2),
    seal: sealDigits(seal.hash),
    number: seal.number,
    sealedOn: formatFullDay(seal.sealedAt, locale),
  };
}

/** As the history says it; names that only the database knows are left out. */
async function sentenceOf(event: StoredEvent): Promise<string> {
  const translators = {
    t: await getTranslations("events"),
    common: await getTranslations("common"),
    rules: await getTranslations("checks.rules"),
    locale: readLocale(await getLocale()),
  };
  const unknown = () => null;
  const names = { unitOf: unknown, yearOf: unknown, cellOf: unknown, headingOf: unknown };
  return eventSentences(translators, names, event.at).textOf(event);
}
