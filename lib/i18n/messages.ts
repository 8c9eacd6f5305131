import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "./locale";

/** What the messages of each area are called, so that a key that is not there does not compile; zh-CN is the measure. */
export type Messages = {
  admin: typeof import("./messages/zh-CN/admin.json");
  api: typeof import("./messages/zh-CN/api.json");
  backup: typeof import("./messages/zh-CN/backup.json");
  checks: typeof import("./messages/zh-CN/checks.json");
  common: typeof import("./messages/zh-CN/common.json");
  compose: typeof import("./messages/zh-CN/compose.json");
  connections: typeof import("./messages/zh-CN/connections.json");
  desk: typeof import("./messages/zh-CN/desk.json");
  events: typeof import("./messages/zh-CN/events.json");
  fault: typeof import("./messages/zh-CN/fault.json");
  governments: typeof import("./messages/zh-CN/governments.json");
  grid: typeof import("./messages/zh-CN/grid.json");
  handin: typeof import("./messages/zh-CN/handin.json");
  help: typeof import("./messages/zh-CN/help.json");
  history: typeof import("./messages/zh-CN/history.json");
  intake: typeof import("./messages/zh-CN/intake.json");
  ledger: typeof import("./messages/zh-CN/ledger.json");
  mail: typeof import("./messages/zh-CN/mail.json");
  order: typeof import("./messages/zh-CN/order.json");
  overview: typeof import("./messages/zh-CN/overview.json");
  passkey: typeof import("./messages/zh-CN/passkey.json");
  proof: typeof import("./messages/zh-CN/proof.json");
  public: typeof import("./messages/zh-CN/public.json");
  refusals: typeof import("./messages/zh-CN/refusals.json");
  rejected: typeof import("./messages/zh-CN/rejected.json");
  release: typeof import("./messages/zh-CN/release.json");
  review: typeof import("./messages/zh-CN/review.json");
  rollup: typeof import("./messages/zh-CN/rollup.json");
  second: typeof import("./messages/zh-CN/second.json");
  section: typeof import("./messages/zh-CN/section.json");
  setup: typeof import("./messages/zh-CN/setup.json");
  shell: typeof import("./messages/zh-CN/shell.json");
  signin: typeof import("./messages/zh-CN/signin.json");
  staff: typeof import("./messages/zh-CN/staff.json");
};

export type MessageArea = keyof Messages;

/** The words of a language do not change while the app runs; they are put together once. */
const loaded = new Map<Locale, Promise<Record<string, object>>>();

/** The areas of a language: a file each, found in its folder. */
function listAreas(locale: Locale): string[] {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "lib/i18n/messages", locale);
  return readdirSync(folder).flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -".json".length)] : []));
}

/** The words of one area in one language. */
export async function loadArea(locale: Locale, area: string): Promise<object> {
  const file: unknown = await import(`./messages/${locale}/${area}.json`);
  if (!isMessageFile(file)) throw new Error(`${locale}/${area}.json holds no messages`);
  return file.default;
}

/** Every word on the screen, by area. */
export async function loadMessages(locale: Locale): Promise<Record<string, object>> {
  const loading = loaded.get(locale) ?? pickMessages(locale, listAreas(locale));
  loaded.set(locale, loading);
  return await loading;
}

/** The words of refusals, for an answer that draws no page. */
export async function loadRefusals(locale: Locale): Promise<Messages["refusals"]> {
  const file = await (locale === "en"
    ? import("./messages/en/refusals.json")
    : import("./messages/zh-CN/refusals.json"));
  return file.default;
}

/** The areas that a client component needs, and nothing else: the rest stays on the server. */
export async function pickMessages(locale: Locale, areas: readonly string[]): Promise<Record<string, object>> {
  const words = await Promise.all(areas.map((area) => loadArea(locale, area)));
  return Object.fromEntries(areas.map((area, index) => [area, words[index] ?? {}]));
}

function isMessageFile(file: unknown): file is { default: object } {
  return isObject(file) && "default" in file && isObject(file.default);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
