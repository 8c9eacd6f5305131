"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { withSlip } from "@/app/(signed-in)/admin/with-slip";
import { AddGovernmentSchema } from "@/lib/domain/inputs/government";
import { addGovernment } from "@/lib/services/add-government";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const addGovernmentAction = formAction(AddGovernmentSchema, async (actor, input, now) => {
  const { code } = await addGovernment(getDb(), actor, input, now);
  revalidatePath(routes.governments());
  const t = await getTranslations("governments.admin");
  const { name, adminName, adminAccount: account } = input;
  return withSlip({ account, name: adminName, code }, t("added", { name, admin: adminName }), now);
});
