import { z } from "zod";
import { ROLES } from "@/lib/domain/access";
import { foldName } from "@/lib/domain/fold-name";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { isWithoutNul } from "@/lib/domain/inputs/nul";
import { accountName, email, id, name, optionalDay, password, request, tick } from "@/lib/domain/inputs/parts";
import type { Said } from "@/lib/domain/inputs/said";
import { LANGUAGES } from "@/lib/domain/language";
import { NOTICE_CHOICES } from "@/lib/domain/notice";

export const AddPersonSchema = z.object({
  ...request,
  account: accountName,
  name,
  organisationId: id,
  role: z.enum(ROLES),
  email: email.optional(),
  /** Whether they are sent an invitation in place of a printed code. */
  isInvited: tick.optional(),
});
export const InvitePersonSchema = z.object({ ...request, userId: id });
export const InviteAllSchema = z.object(request);
export const AcceptInvitationSchema = z.object({ token: z.string().max(LIMIT.invitation), password });
export const GrantRoleSchema = z.object({
  ...request,
  userId: id,
  organisationId: id,
  role: z.enum(ROLES),
  /** Its first and last day, where it does not begin at once or ends by itself. */
  from: optionalDay,
  until: optionalDay,
});
export const EndRoleSchema = z.object({ ...request, membershipId: id });
/** The successor in a role: an existing person, or a new one with a name and an account. */
export const HandOverSchema = z
  .object({
    ...request,
    membershipId: id,
    userId: z.union([z.literal(""), id]),
    account: z.union([z.literal(""), accountName]),
    name: z.string().trim().max(LIMIT.name),
    /** Ends the account of the one who goes, where no other role is left. */
    endsAccount: tick,
  })
  .superRefine((input, context) => {
    if (input.userId !== "") return;
    for (const field of ["account", "name"] as const) {
      if (input[field] === "")
        context.addIssue({
          code: "too_small",
          minimum: 1,
          inclusive: true,
          origin: "string",
          input: "",
          path: [field],
        });
    }
  });
export const ChangePersonSchema = z.object({ ...request, userId: id, name });
export const ChangePersonEmailSchema = z.object({ ...request, userId: id, email });
/** The address, language and amount of a person's notifications. */
export const ChangeNoticesSchema = z.object({
  ...request,
  email,
  language: z.enum(LANGUAGES),
  choice: z.enum(NOTICE_CHOICES),
});
export const DeactivatePersonSchema = z.object({ ...request, userId: id });
export const ReactivatePersonSchema = z.object({ ...request, userId: id });
export const RemovePersonSchema = z.object({ ...request, userId: id });
export const IssueCodeSchema = z.object({ ...request, userId: id });
/** A new one-time code, for an active person or, with the account reactivated, for one who had left. */
export const GiveCodeSchema = IssueCodeSchema.extend({ isReturning: tick });
export const SetPasswordSchema = z.object({
  account: accountName,
  code: z.string().trim().min(1).max(LIMIT.code),
  password,
});
export const ChangePasswordSchema = z.object({ current: z.string().max(LIMIT.password), password });
/** Each unit stands on a line of its own; a line is a name, and no two may look alike. */
export const SetUpSchema = z
  .object({
    districtName: name,
    officeName: name,
    units: z.string().max(LIMIT.unitList),
    adminName: name,
    adminAccount: accountName,
    password,
  })
  .superRefine(({ units }, context) => {
    const known = new Map<string, string>();
    for (const [index, line] of units.split(/\r\n?|\n/).entries()) {
      const unit = line.trim();
      const other = known.get(foldName(unit));
      const length = unit.length;
      const problem: Said | null =
        length > LIMIT.name
          ? { say: "lineTooLong", values: { line: index + 1, length, maximum: LIMIT.name } }
          : other !== undefined
            ? { say: "linesAlike", values: { name: unit, other } }
            : null;
      if (problem) context.addIssue({ code: "custom", path: ["units"], params: problem });
      if (foldName(unit) !== "") known.set(foldName(unit), unit);
    }
  });
export const SignInSchema = z.object({
  account: z.string().trim().min(1).max(LIMIT.account).refine(isWithoutNul),
  password: z.string().min(1).max(LIMIT.password),
  /** Where to go afterwards. */
  next: z.string().max(500).optional(),
});

export type AddPersonInput = z.infer<typeof AddPersonSchema>;
export type GrantRoleInput = z.infer<typeof GrantRoleSchema>;
export type EndRoleInput = z.infer<typeof EndRoleSchema>;
export type HandOverInput = z.infer<typeof HandOverSchema>;
export type ChangePersonInput = z.infer<typeof ChangePersonSchema>;
export type ChangePersonEmailInput = z.infer<typeof ChangePersonEmailSchema>;
export type ChangeNoticesInput = z.infer<typeof ChangeNoticesSchema>;
export type DeactivatePersonInput = z.infer<typeof DeactivatePersonSchema>;
export type ReactivatePersonInput = z.infer<typeof ReactivatePersonSchema>;
export type RemovePersonInput = z.infer<typeof RemovePersonSchema>;
export type IssueCodeInput = z.infer<typeof IssueCodeSchema>;
export type SetPasswordInput = z.infer<typeof SetPasswordSchema>;
export type ChangePasswordInput = z.infer<typeof ChangePasswordSchema>;
export type SetUpInput = z.infer<typeof SetUpSchema>;
