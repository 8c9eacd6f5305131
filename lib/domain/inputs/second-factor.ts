import { z } from "zod";
import { ROLES } from "@/lib/domain/access";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { id, request } from "@/lib/domain/inputs/parts";

const code = z.string().trim().min(1).max(LIMIT.code);

export const PrepareSecondFactorSchema = z.object(request);
export const SecondCodeSchema = z.object({ ...request, code });
/** The second step of signing in. */
export const PassSecondFactorSchema = z.object({ code, next: z.string().max(500).optional() });
export const DropSecondFactorSchema = z.object({ ...request, userId: id });
export const SetSignInRuleSchema = z.object({
  ...request,
  roles: z.array(z.enum(ROLES)).max(ROLES.length).default([]),
});
