import "server-only";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Actor } from "@/lib/domain/access";
import type { CallResult } from "@/lib/domain/direct-call";
import type { FilledSection } from "@/lib/domain/filled-section";
import { type FormValues, valuesOf, withoutSecrets } from "@/lib/domain/form-values";
import type { Refusal, RefusalCode } from "@/lib/domain/refusal";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { findActor } from "@/lib/web/actor";
import { readInput } from "@/lib/web/read-input";
import { sayRefusal, shownCode, wordsOfPage } from "@/lib/web/refusal-words";
import { refusalOf, runCall } from "@/lib/web/run-call";

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
    const actor = await findActor();
    if (!actor) return { status: "refused", message: (await wordsOfPage()).t("signed_out"), values };

    const read = await readInput(schema, { ...inputOf(allValues), ...filesOf(form) }, wordsOfPage);
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
    const read = await readInput(schema, inputOf(allValues), wordsOfPage);
    if (!read.ok) return { status: "invalid", fieldErrors: read.fieldErrors, values: values };
    try {
      return answer(await work(read.input, new Date()), values);
    } catch (error) {
      return await refuse(refusalOf(error), values);
    }
  };
}

/** Makes a server action that client code calls with an object, such as saving a cell. */
export function callAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  work: (actor: Actor, input: z.output<Schema>, now: Date) => Promise<Result>,
): (input: z.input<Schema>) => Promise<CallResult<Result>> {
  return async (input) => runCall(schema, work, input, { actor: await findActor(), words: wordsOfPage });
}

/** Refusals that one field of the form can put right; they are told there, like what the schema finds. */
const FIELD_OF: Partial<Record<RefusalCode, string>> = {
  reason_missing: "reason",
  other_body_unexplained: "otherBodyReason",
};

async function refuse(refusal: Refusal, values: FormValues): Promise<ActionState> {
  const { message, isStale } = sayRefusal(refusal, await wordsOfPage());
  const words = { message: await inSection(refusal, message), isStale };
  const field = FIELD_OF[refusal.code];
  if (field === undefined || !(field in values)) {
    return { status: "refused", code: shownCode(refusal), ...words, values };
  }
  return { status: "invalid", fieldErrors: { [field]: [words.message] }, values };
}

/** Names the section of a step with several, in which alone it was refused. */
async function inSection({ details }: Refusal, message: string): Promise<string> {
  const id = SECTION_IDS.find((sectionId) => sectionId === details.inSection);
  if (id === undefined) return message;
  const t = await getTranslations("common");
  return t("inSection", { section: t(`section.${id}`), message });
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
