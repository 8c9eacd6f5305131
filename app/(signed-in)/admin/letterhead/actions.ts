"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { RemoveLetterheadSchema, UploadLetterheadSchema } from "@/lib/domain/inputs/unit";
import { LETTERHEAD_MAX_BYTES } from "@/lib/domain/letterhead";
import { checkLetterheadFile, removeLetterhead, uploadLetterhead } from "@/lib/services/change-letterhead";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const uploadLetterheadAction = formAction(UploadLetterheadSchema, async (actor, input, now) => {
  const t = await getTranslations("admin.letterhead");
  if (input.file.size > LETTERHEAD_MAX_BYTES) return { fieldErrors: { file: [t("problem.too_large", { found: "" })] } };
  const checked = await checkLetterheadFile(actor, new Uint8Array(await input.file.arrayBuffer()));
  if (!checked.ok) {
    return { fieldErrors: { file: checked.problems.map(({ code, found }) => t(`problem.${code}`, { found })) } };
  }
  const fileName = input.file.name.slice(-120);
  await uploadLetterhead(getDb(), actor, { requestId: input.requestId, fileName, file: checked.file }, now);
  revalidatePath(routes.letterhead());
  return t("inUse", { name: fileName });
});

export const removeLetterheadAction = formAction(RemoveLetterheadSchema, async (actor, input, now) => {
  await removeLetterhead(getDb(), actor, input, now);
  revalidatePath(routes.letterhead());
  return (await getTranslations("admin.letterhead"))("removed");
});
