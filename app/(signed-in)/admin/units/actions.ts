"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { getDb } from "@/db/client";
import { AddUnitSchema, ChangeContactSchema, ChangeDistrictSchema, ChangeUnitSchema } from "@/lib/domain/inputs/unit";
import { addUnit } from "@/lib/services/add-unit";
import { changeContact, changeDistrict, changeUnit } from "@/lib/services/change-unit";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const addUnitAction = formAction(AddUnitSchema, async (actor, input, now) => {
  await addUnit(getDb(), actor, input, now);
  revalidatePath(routes.units());
  return (await getTranslations("admin.units"))("added", { name: input.name });
});

export const changeUnitAction = formAction(ChangeUnitSchema, async (actor, input, now) => {
  await changeUnit(getDb(), actor, input, now);
  revalidatePath(routes.units());
  return (await getTranslations("admin.units"))("saved", { name: input.name });
});

export const changeContactAction = formAction(ChangeContactSchema, async (actor, input, now) => {
  await changeContact(getDb(), actor, input, now);
  revalidatePath(routes.units());
  return (await getTranslations("admin.units"))("contactSaved");
});

export const changeDistrictAction = formAction(ChangeDistrictSchema, async (actor, input, now) => {
  await changeDistrict(getDb(), actor, input, now);
  revalidatePath(routes.units());
  return (await getTranslations("admin.units"))("saved", { name: input.name });
});
