import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { HandInPage } from "@/components/hand-in/hand-in-page";
import { inLanguage } from "@/lib/formats/localize-format";
import { loadDesk } from "@/lib/services/load-desk";
import { requirePermission } from "@/lib/web/actor";
import { chosenCycle } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import {
  declareNilTogetherAction,
  explainTogetherAction,
  signSubmissionsAction,
  submitSectionsAction,
  withdrawNilAction,
} from "./actions";

const ACTIONS = {
  declareNil: declareNilTogetherAction,
  withdrawNil: withdrawNilAction,
  submit: submitSectionsAction,
  sign: signSubmissionsAction,
  explain: explainTogetherAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("handin");
  return { title: t("title") };
}

/** All of one person's sections of this year, to be submitted or signed together. */
export default async function HandInRoute() {
  const actor = await requirePermission("submission:fill", "submission:sign");
  const now = new Date();
  const loaded = await loadDesk(getDb(), actor, await chosenCycle(), now);
  if (!loaded || loaded.tasks.length === 0) redirect(routes.desk());
  const desk = { ...loaded, cycle: inLanguage(loaded.cycle, await getLocale()) };
  return <HandInPage desk={desk} now={now} actions={ACTIONS} deskHref={routes.desk()} hrefOf={routes.section} />;
}
