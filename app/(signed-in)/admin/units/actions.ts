"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  AddUnitSchema,
  ChangeContactSchema,
  ChangeDistrictSchema,
  ChangeUnitSchema,
  DissolveUnitSchema,
  RemoveUnitSchema,
  RestoreUnitSchema,
} from "@/lib/domain/inputs/unit";
import { addUnit } from "@/lib/services/add-unit";
import { changeContact, changeDistrict, changeUnit } from "@/lib/services/change-unit";
import { dissolveUnit, restoreUnit } from "@/lib/services/dissolve-unit";
import { removeUnit } from "@/lib/services/remove-unit";
import { getDb } from "@/lib/web/database";
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

export const dissolveUnitAction = formAction(DissolveUnitSchema, async (actor, input, now) => {
  await dissolveUnit(getDb(), actor, input, now);
  revalidatePath(routes.units());
  return (await getTranslations("admin.units"))("isDissolved");
});

export const restoreUnitAction = formAction(RestoreUnitSchema, async (actor, input, now) => {
  await restoreUnit(getDb(), actor, input, now);
  revalidatePath(routes.units());
  return (await getTranslations("admin.units"))("isRestored");
});

export const removeUnitAction = formAction(RemoveUnitSchema, async (actor, input, now) => {
  await removeUnit(getDb(), actor, input, now);
  revalidatePath(routes.units());
  redirect(routes.units());
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
