import type { Role } from "@/lib/domain/access";
import type { TokenScope } from "@/lib/domain/access-token";
import { type SentenceValues, type SentenceWords, yesNo } from "@/lib/domain/events/event-words";

/** A role that was granted or ended. */
export const ofRole = (data: { account: string; role: Role }, words: SentenceWords): SentenceValues => ({
  account: data.account,
  role: words.role(data.role),
});

type PersonAdded = { account: string; name: string; isSystem?: true | undefined };

/** A person, or the account of another program. */
export const personAdded = ({ account, name, isSystem }: PersonAdded): SentenceValues => ({
  account,
  name,
  isSystem: yesNo(isSystem === true),
});

/** A token: what it may be used for, and until when. */
export const tokenMade = (
  data: { account: string; name: string; scopes: readonly TokenScope[]; until: string },
  words: SentenceWords,
): SentenceValues => ({
  account: data.account,
  name: data.name,
  scopes: data.scopes.map(words.scope).join(" · "),
  until: words.due(data.until),
});

/** Several roles in the reader's words. */
export const ofRoles = (data: { roles: readonly Role[] }, words: SentenceWords): SentenceValues => ({
  count: data.roles.length,
  roles: data.roles.map(words.role).join(" · "),
});

type RoleGranted = { account: string; role: Role; from?: string | undefined; until?: string | undefined };

/** A role with its term, where that is not from now on and without an end. */
export const roleGranted = (data: RoleGranted, words: SentenceWords): SentenceValues => ({
  ...ofRole(data, words),
  hasFrom: yesNo(data.from !== undefined),
  from: data.from === undefined ? "" : words.due(data.from),
  hasUntil: yesNo(data.until !== undefined),
  until: data.until === undefined ? "" : words.due(data.until),
});

type UnitChanged = {
  name: string;
  before: string;
  isActive?: boolean | undefined;
  needsSignature?: boolean | undefined;
};

/** A unit's name, and what else of it changed. */
export const unitChanged = ({ name, before, isActive, needsSignature }: UnitChanged): SentenceValues => ({
  name,
  before,
  isRenamed: yesNo(name !== before),
  active: yesNo(isActive),
  signature: yesNo(needsSignature),
});

type UnitDissolved = { name: string; on: string; reason: string; isCounted: boolean };

/** The day of a dissolution in its parts, as each language orders them differently. */
export const unitDissolved = ({ name, on, reason, isCounted }: UnitDissolved): SentenceValues => {
  const [year = "", month = 0, day = 0] = on.split("-").map(Number);
  return { name, reason, onYear: String(year), onMonth: month, onDay: day, counted: yesNo(isCounted) };
};

/** The year as text, so that it is formatted without separators. */
export const ofYear = (data: SentenceValues & { year: number }): SentenceValues => ({
  ...data,
  year: String(data.year),
});

type CycleOpened = { year: number; formatId: string; units: number; carriedFrom: number | null };

/** A year that begins, with the year whose outline it carries on. */
export const cycleOpened = ({ year, formatId, units, carriedFrom }: CycleOpened): SentenceValues => ({
  year: String(year),
  formatId,
  units,
  isCarried: yesNo(carriedFrom !== null),
  carriedFrom: String(carriedFrom ?? ""),
});
