"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChooseUnitsSchema, ExtendUnitsSchema } from "@/lib/domain/inputs/cycle";
import { RemindUnitsSchema } from "@/lib/domain/inputs/review";
import { extendUnits } from "@/lib/services/extend-units";
import { remindUnits } from "@/lib/services/remind-units";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const remindUnitsAction = formAction(RemindUnitsSchema, async (actor, input, now) => {
  const { reminded, alreadyToday } = await remindUnits(getDb(), actor, input, now);
  revalidatePath("/review", "layout");
  const t = await getTranslations("overview.form");
  return reminded + alreadyToday === 0 ? t("nothingOpen") : t("reminded", { reminded, already: alreadyToday });
});

/** Leads to the form for the units chosen; it stands in the address, so that nothing is kept in between. */
export const chooseUnitsAction = formAction(ChooseUnitsSchema, async (_actor, input) => {
  redirect(routes.overview({ extend: input.organisationIds.join(",") }));
});

export const extendUnitsAction = formAction(ExtendUnitsSchema, async (actor, input, now) => {
  const { sections } = await extendUnits(getDb(), actor, input, now);
  revalidatePath("/review", "layout");
  redirect(routes.overview({ extended: String(sections) }));
});
