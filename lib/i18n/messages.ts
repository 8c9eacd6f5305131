import type { Locale } from "./locale";
import enAdmin from "./messages/en/admin.json";
import enBackup from "./messages/en/backup.json";
import enChecks from "./messages/en/checks.json";
import enCommon from "./messages/en/common.json";
import enCompose from "./messages/en/compose.json";
import enDesk from "./messages/en/desk.json";
import enEvents from "./messages/en/events.json";
import enFault from "./messages/en/fault.json";
import enGrid from "./messages/en/grid.json";
import enHelp from "./messages/en/help.json";
import enHistory from "./messages/en/history.json";
import enIntake from "./messages/en/intake.json";
import enOverview from "./messages/en/overview.json";
import enPublic from "./messages/en/public.json";
import enRefusals from "./messages/en/refusals.json";
import enRelease from "./messages/en/release.json";
import enReview from "./messages/en/review.json";
import enRollup from "./messages/en/rollup.json";
import enSection from "./messages/en/section.json";
import enSetup from "./messages/en/setup.json";
import enShell from "./messages/en/shell.json";
import enSignin from "./messages/en/signin.json";
import zhAdmin from "./messages/zh-CN/admin.json";
import zhBackup from "./messages/zh-CN/backup.json";
import zhChecks from "./messages/zh-CN/checks.json";
import zhCommon from "./messages/zh-CN/common.json";
import zhCompose from "./messages/zh-CN/compose.json";
import zhDesk from "./messages/zh-CN/desk.json";
import zhEvents from "./messages/zh-CN/events.json";
import zhFault from "./messages/zh-CN/fault.json";
import zhGrid from "./messages/zh-CN/grid.json";
import zhHelp from "./messages/zh-CN/help.json";
import zhHistory from "./messages/zh-CN/history.json";
import zhIntake from "./messages/zh-CN/intake.json";
import zhOverview from "./messages/zh-CN/overview.json";
import zhPublic from "./messages/zh-CN/public.json";
import zhRefusals from "./messages/zh-CN/refusals.json";
import zhRelease from "./messages/zh-CN/release.json";
import zhReview from "./messages/zh-CN/review.json";
import zhRollup from "./messages/zh-CN/rollup.json";
import zhSection from "./messages/zh-CN/section.json";
import zhSetup from "./messages/zh-CN/setup.json";
import zhShell from "./messages/zh-CN/shell.json";
import zhSignin from "./messages/zh-CN/signin.json";

/** Every word on the screen, by area. zh-CN is the measure: English has the same keys. */
const zh = {
  admin: zhAdmin,
  backup: zhBackup,
  checks: zhChecks,
  common: zhCommon,
  compose: zhCompose,
  desk: zhDesk,
  events: zhEvents,
  fault: zhFault,
  grid: zhGrid,
  help: zhHelp,
  history: zhHistory,
  intake: zhIntake,
  overview: zhOverview,
  public: zhPublic,
  refusals: zhRefusals,
  release: zhRelease,
  review: zhReview,
  rollup: zhRollup,
  section: zhSection,
  setup: zhSetup,
  shell: zhShell,
  signin: zhSignin,
};

const en = {
  admin: enAdmin,
  backup: enBackup,
  checks: enChecks,
  common: enCommon,
  compose: enCompose,
  desk: enDesk,
  events: enEvents,
  fault: enFault,
  grid: enGrid,
  help: enHelp,
  history: enHistory,
  intake: enIntake,
  overview: enOverview,
  public: enPublic,
  refusals: enRefusals,
  release: enRelease,
  review: enReview,
  rollup: enRollup,
  section: enSection,
  setup: enSetup,
  shell: enShell,
  signin: enSignin,
} satisfies Record<MessageArea, object>;

export type Messages = typeof zh;
export type MessageArea = keyof Messages;

export const MESSAGES: Readonly<Record<Locale, Readonly<Record<MessageArea, object>>>> = { "zh-CN": zh, en };

/** The areas that a client component needs, and nothing else: the rest stays on the server. */
export function pickMessages(locale: Locale, areas: readonly MessageArea[]): Record<string, object> {
  const messages = MESSAGES[locale];
  return Object.fromEntries(areas.map((area) => [area, messages[area]]));
}
