import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Actor } from "@/lib/domain/access";
import type { FilledSection } from "@/lib/domain/filled-section";
import { type FormValues, valuesOf, withoutSecrets } from "@/lib/domain/form-values";
import { refusalOfOutage, sqlStateOf } from "@/lib/domain/outage";
import type { Refusal, RefusalCode } from "@/lib/domain/refusal";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { formatMoment } from "@/lib/i18n/dates";
import { findActor } from "@/lib/web/actor";
import { log } from "@/lib/web/log";
import { readInput } from "@/lib/web/read-input";

export type ActionState =
  | { status: "idle" }
  /**
   * `given` is shown once, on the page that sent the form: a sign-in code. `filled` is what became of a section that was
   * sent as a whole.
   */
  | { status: "done"; message: string; given?: Given; filled?: FilledSection }
  | { status: "invalid"; fieldErrors: Record<string, string[] | undefined>; values: FormValues }
  /**
   * `isStale` where the page shows what no longer holds: only a look at the newest state helps. `isOutdated` where the
   * page itself comes from before an upgrade.
   */
  | {
      status: "refused";
      code?: RefusalCode;
      message: string;
      values: FormValues;
      isStale?: boolean;
      isOutdated?: boolean;
    };

type Given = Readonly<Record<string, string>>;

/** What an action says when it has been carried out; an action that says nothing may simply end. */
type Outcome =
  | string
  // biome-ignore lint/suspicious/noConfusingVoidType: an async function without a return gives a promise of void.
  | void
  | { message: string; given: Given }
  | { message: string; filled: FilledSection }
  | { fieldErrors: Record<string, string[]> };

export type FormAction = (state: ActionState, form: FormData) => Promise<ActionState>;

/**
 * Makes the server action of a form: who is there, what was sent, do it, say how it went. Names ending in `[]` are
 * lists. A refusal becomes a sentence and keeps what was typed; `redirect()` and bugs pass through.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  work: (actor: Actor, input: z.output<Schema>, now: Date) => Promise<Outcome>,
): FormAction {
  return async (_state, form) => {
    const allValues = valuesOf(form);
    const values = withoutSecrets(allValues);
    const t = await getTranslations("refusals");
    const actor = await findActor();
    if (!actor) return { status: "refused", message: t("signed_out"), values };

    const read = await readInput(schema, { ...inputOf(allValues), ...filesOf(form) });
    if (!read.ok) return { status: "invalid", fieldErrors: read.fieldErrors, values };
    try {
      return answer(await work(actor, read.input, new Date()), values);
    } catch (error) {
      return await refuse(refusalOf(error), values);
    }
  };
}

/** As `formAction`, for forms of people who are not signed in: setting up, signing in, setting a password. */
export function openFormAction<Schema extends z.ZodType>(
  schema: Schema,
  work: (input: z.output<Schema>, now: Date) => Promise<Outcome>,
): FormAction {
  return async (_state, form) => {
    const allValues = valuesOf(form);
    const values = withoutSecrets(allValues);
    const read = await readInput(schema, inputOf(allValues));
    if (!read.ok) return { status: "invalid", fieldErrors: read.fieldErrors, values: values };
    try {
      return answer(await work(read.input, new Date()), values);
    } catch (error) {
      return await refuse(refusalOf(error), values);
    }
  };
}

export type CallResult<Result> =
  | { status: "done"; result: Result }
  | { status: "invalid"; fieldErrors: Record<string, string[] | undefined> }
  | { status: "refused"; code: RefusalCode; message: string; isStale: boolean }
  | { status: "signed_out" };

/** Makes a server action that client code calls with an object, such as saving a cell. */
export function callAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  work: (actor: Actor, input: z.output<Schema>, now: Date) => Promise<Result>,
): (input: z.input<Schema>) => Promise<CallResult<Result>> {
  return async (input) => {
    const actor = await findActor();
    if (!actor) return { status: "signed_out" };
    const read = await readInput(schema, input);
    if (!read.ok) return { status: "invalid", fieldErrors: read.fieldErrors };
    try {
      return { status: "done", result: await work(actor, read.input, new Date()) };
    } catch (error) {
      const refusal = refusalOf(error);
      return { status: "refused", code: shownCode(refusal), ...(await sayRefusal(refusal)) };
    }
  };
}

/** What the person is told; bugs, lost connections and `redirect()` pass through. */
function refusalOf(error: unknown): Refusal {
  const refusal = refusalOfOutage(error);
  if (!refusal) throw error;
  // Whoever runs the system looks for the reason in the log; the statement and what it held stay out of it.
  if (refusal !== error) log("error", "database", { sqlState: sqlStateOf(error), answered: refusal.code });
  return refusal;
}

/** Refusals that one field of the form can put right; they are told there, like what the schema finds. */
const FIELD_OF: Partial<Record<RefusalCode, string>> = {
  reason_missing: "reason",
  other_body_unexplained: "otherBodyReason",
};

async function refuse(refusal: Refusal, values: FormValues): Promise<ActionState> {
  const words = await sayRefusal(refusal);
  const field = FIELD_OF[refusal.code];
  if (field === undefined || !(field in values)) {
    return { status: "refused", code: shownCode(refusal), ...words, values };
  }
  return { status: "invalid", fieldErrors: { [field]: [words.message] }, values };
}

/** What only a look at the newest state can clear. */
const STALE: readonly RefusalCode[] = [
  "wrong_state",
  "changed_meanwhile",
  "cycle_closed",
  "review_began",
  "report_final",
  "report_published",
];

/** The sentence of a refusal; moments in it are told as the reader's language tells them. */
async function sayRefusal(error: Refusal): Promise<{ message: string; isStale: boolean }> {
  const [t, locale] = await Promise.all([getTranslations("refusals"), getLocale()]);
  const code = shownCode(error);
  const { at } = error.details;
  const time = typeof at === "string" ? formatMoment(new Date(at), new Date(), locale) : "";
  const details = { move: "unknown", who: "", isOwn: "no", ...error.details, time };
  return { message: await inSection(error, t(code, details)), isStale: STALE.includes(code) };
}

/** Names the section of a step with several, in which alone it was refused. */
async function inSection({ details }: Refusal, message: string): Promise<string> {
  const id = SECTION_IDS.find((sectionId) => sectionId === details.inSection);
  if (id === undefined) return message;
  const t = await getTranslations("common");
  return t("inSection", { section: t(`section.${id}`), message });
}

/** What somebody may not do is answered as what is not there: a stranger does not learn that it exists. */
function shownCode({ code }: Refusal): RefusalCode {
  return code === "not_permitted" ? "not_found" : code;
}

/** What the work found wrong with a field is told like what the schema found. */
function answer(outcome: Outcome, values: FormValues): ActionState {
  if (typeof outcome !== "object") return { status: "done", message: outcome ?? "" };
  if ("fieldErrors" in outcome) return { status: "invalid", fieldErrors: outcome.fieldErrors, values };
  return { status: "done", ...outcome };
}

/** Files that were chosen; an empty field of a form is sent as a file of no bytes. */
function filesOf(form: FormData): Record<string, File> {
  return Object.fromEntries(
    [...form.entries()].filter((entry): entry is [string, File] => entry[1] instanceof File && entry[1].size > 0),
  );
}

/** Empty fields that are optional are not there; list names lose their `[]`. */
function inputOf(values: FormValues): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.endsWith("[]") ? name.slice(0, -2) : name, value]),
  );
}
