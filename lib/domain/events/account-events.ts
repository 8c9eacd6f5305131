import { z } from "zod";
import { ROLES } from "@/lib/domain/access";
import { TOKEN_SCOPES } from "@/lib/domain/access-token";
import { COUNTERS, GUESSED_AT } from "@/lib/domain/guessing";
import { SIGN_IN_WAYS } from "@/lib/domain/identity";
import { ADDRESS_CHANGES } from "@/lib/domain/mail-address";

/** The client's address, and whether the account had signed in on that device before. */
const AskedFromSchema = z.object({ account: z.string(), source: z.string(), isKnownDevice: z.boolean() });

/** What happens to people's accounts: who may sign in, with which roles, and who did. */
export const ACCOUNT_EVENTS = [
  z.object({
    type: z.literal("person_added"),
    /** `isSystem` where it is the account of another program. */
    data: z.object({ account: z.string(), name: z.string(), isSystem: z.literal(true).optional() }),
  }),
  z.object({
    type: z.literal("person_renamed"),
    data: z.object({ account: z.string(), name: z.string(), before: z.string() }),
  }),
  z.object({ type: z.literal("person_deactivated"), data: z.object({ account: z.string(), name: z.string() }) }),
  z.object({ type: z.literal("person_reactivated"), data: z.object({ account: z.string(), name: z.string() }) }),
  z.object({ type: z.literal("person_removed"), data: z.object({ account: z.string(), name: z.string() }) }),
  z.object({
    type: z.literal("role_granted"),
    data: z.object({
      account: z.string(),
      role: z.enum(ROLES),
      /** Where it does not begin at once. */
      from: z.string().optional(),
      /** Where it ends by itself. */
      until: z.string().optional(),
    }),
  }),
  z.object({
    type: z.literal("role_end_set"),
    data: z.object({ account: z.string(), role: z.enum(ROLES), until: z.string() }),
  }),
  z.object({ type: z.literal("role_ended"), data: z.object({ account: z.string(), role: z.enum(ROLES) }) }),
  z.object({ type: z.literal("sign_in_code_issued"), data: z.object({ account: z.string() }) }),
  z.object({
    type: z.literal("person_invited"),
    /** `until` is when the link of the mail expires. */
    data: z.object({ account: z.string(), until: z.string() }),
  }),
  z.object({
    type: z.literal("mail_address_changed"),
    /** Not which: an address is known to its person and the administrator alone. */
    data: z.object({ account: z.string(), change: z.enum(ADDRESS_CHANGES) }),
  }),
  z.object({ type: z.literal("calendar_made"), data: z.object({ account: z.string() }) }),
  z.object({ type: z.literal("calendar_ended"), data: z.object({ account: z.string() }) }),
  z.object({
    type: z.literal("token_made"),
    data: z.object({ account: z.string(), name: z.string(), scopes: z.array(z.enum(TOKEN_SCOPES)), until: z.string() }),
  }),
  z.object({ type: z.literal("token_ended"), data: z.object({ account: z.string(), name: z.string() }) }),
  z.object({ type: z.literal("second_factor_set_up"), data: z.object({ account: z.string() }) }),
  z.object({ type: z.literal("second_factor_removed"), data: z.object({ account: z.string() }) }),
  z.object({ type: z.literal("passkey_added"), data: z.object({ account: z.string(), name: z.string() }) }),
  z.object({ type: z.literal("passkey_removed"), data: z.object({ account: z.string(), name: z.string() }) }),
  z.object({ type: z.literal("recovery_codes_made"), data: z.object({ account: z.string() }) }),
  z.object({ type: z.literal("recovery_code_used"), data: z.object({ account: z.string(), left: z.number().int() }) }),
  z.object({ type: z.literal("second_factor_demanded"), data: z.object({ roles: z.array(z.enum(ROLES)) }) }),
  z.object({ type: z.literal("password_set"), data: z.object({ account: z.string() }) }),
  z.object({
    type: z.literal("signed_in"),
    /** By which way, where not by a password or code. */
    data: AskedFromSchema.extend({ by: z.enum(SIGN_IN_WAYS).optional() }),
  }),
  z.object({ type: z.literal("identity_came"), data: z.object({ claimed: z.string(), name: z.string() }) }),
  z.object({ type: z.literal("identity_linked"), data: z.object({ account: z.string(), claimed: z.string() }) }),
  z.object({ type: z.literal("identity_refused"), data: z.object({ claimed: z.string(), name: z.string() }) }),
  z.object({ type: z.literal("identity_removed"), data: z.object({ claimed: z.string(), name: z.string() }) }),
  z.object({ type: z.literal("sign_in_failed"), data: AskedFromSchema.extend({ what: z.enum(GUESSED_AT) }) }),
  z.object({
    type: z.literal("sign_in_slowed"),
    data: AskedFromSchema.extend({ what: z.enum(GUESSED_AT), counter: z.enum(COUNTERS), seconds: z.number().int() }),
  }),
  z.object({ type: z.literal("signed_out"), data: z.object({ account: z.string() }) }),
  z.object({ type: z.literal("sessions_ended"), data: z.object({ account: z.string(), sessions: z.number().int() }) }),
] as const;
