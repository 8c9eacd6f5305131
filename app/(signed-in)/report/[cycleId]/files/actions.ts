"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { AskForFileSchema } from "@/lib/domain/inputs/report";
import { askForFile } from "@/lib/services/ask-for-file";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const askForFileAction = formAction(AskForFileSchema, async (actor, input, now) => {
  await askForFile(getDb(), actor, input, now);
  revalidatePath(routes.files(input.cycleId));
  return (await getTranslations("release.files"))("asked");
});
