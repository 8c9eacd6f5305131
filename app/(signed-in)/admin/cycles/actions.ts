"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  ChangeCycleDatesSchema,
  CloseCycleSchema,
  ExemptUnitSchema,
  ExtendDueDateSchema,
  IncludeUnitSchema,
  IndicatorSchema,
  MoveEntrySchema,
  OpenCycleSchema,
  OutlineHeadingSchema,
  RemoveIndicatorSchema,
  RemoveOutlineHeadingSchema,
  ReopenCycleSchema,
} from "@/lib/domain/inputs/cycle";
import { changeCycleDates, closeCycle, reopenCycle } from "@/lib/services/change-cycle";
import { removeIndicator, saveIndicator } from "@/lib/services/edit-indicator";
import { removeOutlineHeading, saveOutlineHeading } from "@/lib/services/edit-outline";
import { exemptUnit } from "@/lib/services/exempt-unit";
import { extendDueDate } from "@/lib/services/extend-due-date";
import { includeUnit } from "@/lib/services/include-unit";
import { openCycle } from "@/lib/services/open-cycle";
import { orderHeading, orderIndicator } from "@/lib/services/order-outline";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

const YEAR_PAGE = "/admin/cycles/[cycleId]";

export const openCycleAction = formAction(OpenCycleSchema, async (actor, input, now) => {
  const { cycleId } = await openCycle(getDb(), actor, input, now);
  redirect(routes.cycle(cycleId));
});

export const changeCycleDatesAction = formAction(ChangeCycleDatesSchema, async (actor, input, now) => {
  await changeCycleDates(getDb(), actor, input, now);
  revalidatePath(YEAR_PAGE, "page");
  return (await getTranslations("admin.cycle"))("datesSaved");
});

export const extendDueDateAction = formAction(ExtendDueDateSchema, async (actor, input, now) => {
  await extendDueDate(getDb(), actor, input, now);
  revalidatePath(YEAR_PAGE, "page");
  return (await getTranslations("admin.cycle"))("extended");
});

export const exemptUnitAction = formAction(ExemptUnitSchema, async (actor, input, now) => {
  await exemptUnit(getDb(), actor, input, now);
  revalidatePath(YEAR_PAGE, "page");
  return (await getTranslations("admin.cycle"))(input.reason === "" ? "askedAgain" : "exempted");
});

export const includeUnitAction = formAction(IncludeUnitSchema, async (actor, input, now) => {
  const { hasSubmitter } = await includeUnit(getDb(), actor, input, now);
  revalidatePath(YEAR_PAGE, "page");
  return (await getTranslations("admin.cycle"))(hasSubmitter ? "included" : "includedUnstaffed");
});

export const saveHeadingAction = formAction(OutlineHeadingSchema, async (actor, input, now) => {
  await saveOutlineHeading(getDb(), actor, input, now);
  revalidatePath(YEAR_PAGE, "page");
  return (await getTranslations("admin.cycle"))("headingSaved");
});

export const removeHeadingAction = formAction(RemoveOutlineHeadingSchema, async (actor, input, now) => {
  await removeOutlineHeading(getDb(), actor, input, now);
  redirect(routes.cycle(input.cycleId, { view: "outline" }));
});

export const orderHeadingAction = formAction(MoveEntrySchema, async (actor, input, now) => {
  await orderHeading(getDb(), actor, input, now);
  revalidatePath(YEAR_PAGE, "page");
});

export const orderIndicatorAction = formAction(MoveEntrySchema, async (actor, input, now) => {
  await orderIndicator(getDb(), actor, input, now);
  revalidatePath(YEAR_PAGE, "page");
});

export const saveIndicatorAction = formAction(IndicatorSchema, async (actor, input, now) => {
  await saveIndicator(getDb(), actor, input, now);
  revalidatePath(YEAR_PAGE, "page");
  return (await getTranslations("admin.cycle"))("indicatorSaved");
});

export const removeIndicatorAction = formAction(RemoveIndicatorSchema, async (actor, input, now) => {
  await removeIndicator(getDb(), actor, input, now);
  redirect(routes.cycle(input.cycleId, { view: "indicators" }));
});

export const closeCycleAction = formAction(CloseCycleSchema, async (actor, input, now) => {
  await closeCycle(getDb(), actor, input, now);
  revalidatePath(YEAR_PAGE, "page");
  return (await getTranslations("admin.cycle"))("closed");
});

export const reopenCycleAction = formAction(ReopenCycleSchema, async (actor, input, now) => {
  await reopenCycle(getDb(), actor, input, now);
  revalidatePath(YEAR_PAGE, "page");
  return (await getTranslations("admin.cycle"))("reopened");
});
