import { getLocale } from "next-intl/server";
import { formatDeadline } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import { codeExpiry } from "@/lib/services/add-person";
import type { IssuedCode } from "@/lib/services/manage-people";

/** The answer of an act that gave a one-time code: the slip with it, but for a repeated request, which shows none. */
export async function withSlip({ account, name, code }: IssuedCode, message: string, now: Date) {
  if (code === null) return message;
  return { message, given: { account, name, code, until: await lastDay(codeExpiry(now), now) } };
}

/** The last moment of a code or an invitation, in the words of a deadline. */
export async function lastDay(moment: Date, now: Date): Promise<string> {
  return formatDeadline(moment, now, readLocale(await getLocale()));
}
