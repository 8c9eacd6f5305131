"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CountLedgerSchema, ReadLedgerSchema, RemoveLedgerSchema, TakeLedgerSchema } from "@/lib/domain/inputs/ledger";
import { countLedgerRows, readLedgerFile } from "@/lib/services/count-ledger";
import { removeLedger, takeLedger } from "@/lib/services/take-ledger";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { givenOf } from "./ledger-view";

/** Says what a ledger would make of table three. Nothing is stored yet. */
export const readLedgerAction = formAction(ReadLedgerSchema, async (actor, { submissionId, file }, now) => {
  const t = await getTranslations("ledger");
  if (!file) return { fieldErrors: { file: [t("nothingSent")] } };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readLedgerFile(getDb(), actor, { submissionId, bytes }, now);
  if (!read.ok) return { fieldErrors: { file: [t(`unreadable.${read.problem}`)] } };
  return { message: "", given: await givenOf(read, now) };
});

/** The same with columns and meanings as they were chosen. */
export const countLedgerAction = formAction(CountLedgerSchema, async (actor, input, now) => ({
  message: "",
  given: await givenOf(await countLedgerRows(getDb(), actor, input, now), now),
}));

export const takeLedgerAction = formAction(TakeLedgerSchema, async (actor, input, now) => {
  await takeLedger(getDb(), actor, input, now);
  revalidatePath(routes.section(input.submissionId));
  redirect(routes.sectionLedger(input.submissionId, { done: "taken" }));
});

export const removeLedgerAction = formAction(RemoveLedgerSchema, async (actor, input, now) => {
  await removeLedger(getDb(), actor, input, now);
  revalidatePath(routes.section(input.submissionId));
  redirect(routes.sectionLedger(input.submissionId, { done: "removed" }));
});
