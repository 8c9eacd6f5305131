"use server";

import { getLocale, getTranslations } from "next-intl/server";
import type { GenuineState } from "@/components/public/genuine-form";
import { MOST_GENUINE_BYTES } from "@/lib/domain/inputs/genuine";
import { Refusal } from "@/lib/domain/refusal";
import { formatFullDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { recogniseFile } from "@/lib/services/recognise-file";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { readSource } from "@/lib/web/source";

/** Says of a file whether it is one that is published here. It keeps nothing of what was sent. */
export async function recogniseFileAction(_state: GenuineState, form: FormData): Promise<GenuineState> {
  const t = await getTranslations("public.genuine");
  const sent = form.get("file");
  if (!(sent instanceof File) || sent.size === 0) return { status: "refused", message: t("missing") };
  if (sent.size > MOST_GENUINE_BYTES) return { status: "refused", message: t("tooLarge") };
  const file = { bytes: new Uint8Array(await sent.arrayBuffer()), fileName: sent.name };
  try {
    const found = await recogniseFile(getDb(), { file, from: await readSource() }, new Date());
    if (found.kind === "unknown") return { status: "unknown", fileName: sent.name };
    const { entry, successor } = found;
    return {
      status: found.kind,
      fileName: sent.name,
      title: entry.title,
      version: entry.version,
      publishedOn: entry.publishedAt ? formatFullDay(entry.publishedAt, readLocale(await getLocale())) : "",
      href: routes.publicReport(entry.id),
      newer: successor ? { version: successor.version, href: routes.publicReport(successor.id) } : null,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refusals = await getTranslations("refusals");
    return { status: "refused", message: refusals(error.code, { ...error.details }) };
  }
}
