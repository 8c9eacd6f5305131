"use server";

import { redirect } from "next/navigation";
import { SetUpSchema } from "@/lib/domain/inputs/person";
import { setUp } from "@/lib/services/set-up";
import { getDb } from "@/lib/web/database";
import { openFormAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { startSession } from "@/lib/web/session";

export const setUpAction = openFormAction(SetUpSchema, async (input, now) => {
  await startSession(await setUp(getDb(), input, now));
  redirect(routes.admin());
});
