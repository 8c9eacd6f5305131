"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { EnterCalendarDaySchema, RemoveCalendarDaySchema, SetReminderPlanSchema } from "@/lib/domain/inputs/reminder";
import { AddRobotSchema, RemoveRobotSchema } from "@/lib/domain/inputs/robot";
import { env } from "@/lib/env";
import { addRobot, removeRobot } from "@/lib/services/change-robots";
import { enterCalendarDay, removeCalendarDay, setReminderPlan } from "@/lib/services/set-reminder-plan";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const setReminderPlanAction = formAction(SetReminderPlanSchema, async (actor, input, now) => {
  await setReminderPlan(getDb(), actor, input, now);
  revalidatePath(routes.reminders());
  return (await getTranslations("admin.reminders"))("saved");
});

export const enterCalendarDayAction = formAction(EnterCalendarDaySchema, async (actor, input, now) => {
  await enterCalendarDay(getDb(), actor, input, now);
  revalidatePath(routes.reminders());
  return (await getTranslations("admin.reminders"))("dayEntered");
});

export const removeCalendarDayAction = formAction(RemoveCalendarDaySchema, async (actor, input, now) => {
  await removeCalendarDay(getDb(), actor, input, now);
  revalidatePath(routes.reminders());
  return (await getTranslations("admin.reminders"))("dayRemoved");
});

export const addRobotAction = formAction(AddRobotSchema, async (actor, input, now) => {
  await addRobot(getDb(), actor, { ...input, appSecret: env().NEXTAUTH_SECRET }, now);
  revalidatePath(routes.reminders());
  return (await getTranslations("admin.reminders"))("robotIsAdded");
});

export const removeRobotAction = formAction(RemoveRobotSchema, async (actor, input, now) => {
  await removeRobot(getDb(), actor, input, now);
  revalidatePath(routes.reminders());
  return (await getTranslations("admin.reminders"))("robotIsRemoved");
});
