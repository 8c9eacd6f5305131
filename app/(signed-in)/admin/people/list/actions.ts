"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { staffViewOf } from "@/app/(signed-in)/admin/people/list/staff-view";
import { ImportStaffSchema, ReadStaffListSchema } from "@/lib/domain/inputs/staff-list";
import { formatDeadline } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { codeExpiry } from "@/lib/services/add-person";
import { importStaff } from "@/lib/services/import-staff";
import { readStaffList } from "@/lib/services/read-staff-list";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";
import { sentReportOf } from "@/lib/web/sent-report";

/** Says what a list would do, row by row. Nothing is stored yet. */
export const readStaffListAction = formAction(ReadStaffListSchema, async (actor, input, now) => {
  const t = await getTranslations("staff");
  const sent = await sentReportOf(input);
  if (!sent) return { fieldErrors: { file: [t("nothingSent")] } };
  const read = await readStaffList(getDb(), actor, { bytes: sent.bytes }, now);
  if (!read.ok) {
    const sentence = t(`unreadable.${read.problem}`, { count: read.count });
    return { fieldErrors: { [input.file ? "file" : "text"]: [sentence] } };
  }
  const view = await staffViewOf(read.plan, read.unread);
  return {
    message: "",
    // What was pasted comes back, to be put right in place.
    given: {
      view: JSON.stringify(view),
      rows: JSON.stringify(read.rows),
      digest: read.digest,
      text: sent.fileName === "" ? input.text : "",
    },
  };
});

/** Takes the good rows of a list that was looked at. */
export const importStaffAction = formAction(ImportStaffSchema, async (actor, input, now) => {
  const { units, people, slips } = await importStaff(getDb(), actor, input, now);
  revalidatePath(routes.people());
  revalidatePath(routes.units());
  const t = await getTranslations("staff");
  const counts = {
    unitsMade: units.made,
    unitsChanged: units.changed,
    peopleMade: people.made,
    peopleChanged: people.changed,
  };
  const until = formatDeadline(codeExpiry(now), now, readLocale(await getLocale()));
  return {
    message: t("taken", counts),
    given: { digest: input.digest, slips: JSON.stringify(slips), until },
  };
});
