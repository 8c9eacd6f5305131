"use server";

import { getDb } from "@/db/client";
import { SavePrefaceSchema, SaveReportTextSchema } from "@/lib/domain/inputs";
import { savePreface, saveReportText } from "@/lib/services/save-report-text";
import { callAction } from "@/lib/web/form-action";

export const saveReportTextAction = callAction(SaveReportTextSchema, (actor, input, now) =>
  saveReportText(getDb(), actor, input, now),
);

export const savePrefaceAction = callAction(SavePrefaceSchema, (actor, input, now) =>
  savePreface(getDb(), actor, input, now),
);
