"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import {
  ChooseNoteSchema,
  ExplainReportFindingSchema,
  LoadUnitsBehindSchema,
  SavePrefaceSchema,
  SaveReportTextSchema,
} from "@/lib/domain/inputs/report";
import { chooseNote, explainReportFinding } from "@/lib/services/explain-report-finding";
import { loadUnitsBehind } from "@/lib/services/load-units-behind";
import { savePreface, saveReportText } from "@/lib/services/save-report-text";
import { getDb } from "@/lib/web/database";
import { callAction, formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const saveReportTextAction = callAction(SaveReportTextSchema, (actor, input, now) =>
  saveReportText(getDb(), actor, input, now),
);

export const savePrefaceAction = callAction(SavePrefaceSchema, (actor, input, now) =>
  savePreface(getDb(), actor, input, now),
);

/** Reads only: the units behind the figures that findings name, asked for when they are shown. */
export const loadUnitsBehindAction = callAction(LoadUnitsBehindSchema, (actor, input, now) =>
  loadUnitsBehind(getDb(), actor, input, now),
);

export const explainReportFindingAction = formAction(ExplainReportFindingSchema, async (actor, input, now) => {
  await explainReportFinding(getDb(), actor, input, now);
  revalidatePath(routes.compose(input.cycleId));
});

export const chooseNoteAction = formAction(ChooseNoteSchema, async (actor, input, now) => {
  await chooseNote(getDb(), actor, input, now);
  revalidatePath(routes.compose(input.cycleId));
  const t = await getTranslations("compose.note");
  return t(input.note === "" ? "isRemoved" : "isSaved");
});
