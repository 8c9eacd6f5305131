import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/domain/access";
import type { CallResult, DirectCallName } from "@/lib/domain/direct-call";
import { SaveFiguresSchema, SaveParagraphSchema, SubmitSectionSchema } from "@/lib/domain/inputs/section";
import { isOutage } from "@/lib/domain/outage";
import { LOCALE_COOKIE, preferredLocale, readLocale } from "@/lib/i18n/locale";
import { saveFigures } from "@/lib/services/save-figures";
import { saveParagraph } from "@/lib/services/save-paragraph";
import { submitSection } from "@/lib/services/submit-section";
import { actorOf } from "@/lib/web/actor";
import type { AnswerDirectCall } from "@/lib/web/answer-direct-call";
import { cookieOfHeader } from "@/lib/web/cookies";
import { getDb } from "@/lib/web/database";
import { RETRY_AFTER_OF } from "@/lib/web/plain-page";
import { wordsIn } from "@/lib/web/refusal-words";
import { type Caller, runCall } from "@/lib/web/run-call";
import { readSessionOfHeader } from "@/lib/web/session";

type DirectCall = (sent: unknown, caller: Caller) => Promise<CallResult<unknown>>;

/**
 * Makes what a page's script calls while somebody types and when they submit. It is guarded and answered as an action
 * is, by the process itself: the framework takes several times as long over an action as the work does.
 */
function directCall<Schema extends z.ZodType, Result>(
  schema: Schema,
  work: (actor: Actor, input: z.output<Schema>, now: Date) => Promise<Result>,
): DirectCall {
  return (sent, caller) => runCall(schema, work, sent, caller);
}

export const saveFiguresCall = directCall(SaveFiguresSchema, (actor, input, now) =>
  saveFigures(getDb(), actor, input, now),
);

export const saveParagraphCall = directCall(SaveParagraphSchema, (actor, input, now) =>
  saveParagraph(getDb(), actor, input, now),
);

export const submitSectionCall = directCall(SubmitSectionSchema, (actor, input, now) =>
  submitSection(getDb(), actor, input, now),
);

const CALLS: Readonly<Record<DirectCallName, DirectCall>> = {
  "save-figures": saveFiguresCall,
  "save-paragraph": saveParagraphCall,
  submit: submitSectionCall,
};
const CALL_OF: ReadonlyMap<string, DirectCall> = new Map(Object.entries(CALLS));

/** Answers the call of this name; null where there is none. */
export const answerSectionCall: AnswerDirectCall = async ({ name, sent, cookie, languages }) => {
  const call = CALL_OF.get(name);
  if (!call) return null;
  const actor = await actorOf(await readSessionOfHeader(cookie));
  const chosen = cookieOfHeader(cookie, LOCALE_COOKIE);
  const locale = chosen === undefined ? preferredLocale(languages) : readLocale(chosen);
  const result = await call(sent, { actor, words: () => wordsIn(locale) });
  return { result, ...statusOf(result) };
};

const STATUS_OF = { done: 200, invalid: 422, refused: 409, signed_out: 401 } as const;

function statusOf(result: CallResult<unknown>): { status: number; retryAfterSeconds?: number } {
  const retryAfterSeconds =
    result.status === "refused" && isOutage(result.code) ? RETRY_AFTER_OF[result.code] : undefined;
  return retryAfterSeconds === undefined ? { status: STATUS_OF[result.status] } : { status: 503, retryAfterSeconds };
}
