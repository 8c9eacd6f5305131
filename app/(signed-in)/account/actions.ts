"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { request } from "@/lib/domain/inputs/parts";
import { ChangeNoticesSchema, ChangePasswordSchema } from "@/lib/domain/inputs/person";
import { endCalendar, makeCalendar } from "@/lib/services/change-calendar";
import { changeNotices } from "@/lib/services/change-notices";
import { endOtherSessions } from "@/lib/services/end-sessions";
import { loadProof } from "@/lib/services/open-session";
import { changePassword } from "@/lib/services/set-password";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { readOrigin, readSession, startSession } from "@/lib/web/session";

export const changePasswordAction = formAction(ChangePasswordSchema, async (actor, input, now) => {
  const origin = await readOrigin(actor.account);
  const session = await readSession();
  const proof = session ? await loadProof(getDb(), actor, session, now) : {};
  await startSession(await changePassword(getDb(), actor, { ...input, origin }, now), proof);
  return (await getTranslations("setup.account"))("changed");
});

export const endOtherSessionsAction = formAction(z.object({}), async (actor, _input, now) => {
  const session = await readSession();
  const count = session ? await endOtherSessions(getDb(), actor, session, now) : 0;
  revalidatePath(routes.account());
  return (await getTranslations("setup.account.sessions"))("ended", { count });
});

export const changeNoticesAction = formAction(ChangeNoticesSchema, async (actor, input, now) => {
  await changeNotices(getDb(), actor, input, now);
  revalidatePath(routes.account());
  return (await getTranslations("setup.account.notices"))("saved");
});

export const makeCalendarAction = formAction(z.object(request), async (actor, input, now) => {
  await makeCalendar(getDb(), actor, input, now);
  revalidatePath(routes.account());
  return (await getTranslations("setup.account.calendar"))("made");
});

export const endCalendarAction = formAction(z.object(request), async (actor, input, now) => {
  await endCalendar(getDb(), actor, input, now);
  revalidatePath(routes.account());
  return (await getTranslations("setup.account.calendar"))("ended");
});
