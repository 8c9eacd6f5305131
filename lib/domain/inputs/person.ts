import { z } from "zod";
import { ROLES } from "@/lib/domain/access";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { accountName, id, isWithoutNul, name, password, request, tick } from "@/lib/domain/inputs/parts";

export const AddPersonSchema = z.object({
  ...request,
  account: accountName,
  name,
  organisationId: id,
  role: z.enum(ROLES),
});
export const GrantRoleSchema = z.object({ ...request, userId: id, organisationId: id, role: z.enum(ROLES) });
export const EndRoleSchema = z.object({ ...request, membershipId: id });
/** Who takes a role over: somebody who is here already, or a new person with a name and an account. */
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
export const DeactivatePersonSchema = z.object({ ...request, userId: id });
export const ReactivatePersonSchema = z.object({ ...request, userId: id });
export const IssueCodeSchema = z.object({ ...request, userId: id });
/** A new code, for somebody who is here or, with the account opened again, for somebody who had left. */
export const GiveCodeSchema = IssueCodeSchema.extend({ isReturning: tick });
export const SetPasswordSchema = z.object({
  account: accountName,
  code: z.string().trim().min(1).max(LIMIT.code),
  password,
});
export const ChangePasswordSchema = z.object({ current: z.string().max(LIMIT.password), password });
export const SetUpSchema = z.object({
  districtName: name,
  officeName: name,
  units: z.string().max(LIMIT.unitList),
  adminName: name,
  adminAccount: accountName,
  password,
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
export type DeactivatePersonInput = z.infer<typeof DeactivatePersonSchema>;
export type ReactivatePersonInput = z.infer<typeof ReactivatePersonSchema>;
export type IssueCodeInput = z.infer<typeof IssueCodeSchema>;
export type SetPasswordInput = z.infer<typeof SetPasswordSchema>;
export type ChangePasswordInput = z.infer<typeof ChangePasswordSchema>;
export type SetUpInput = z.infer<typeof SetUpSchema>;
