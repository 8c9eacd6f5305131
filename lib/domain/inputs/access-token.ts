import { z } from "zod";
import { ROLES } from "@/lib/domain/access";
import { TOKEN_DAYS, TOKEN_SCOPES } from "@/lib/domain/access-token";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { accountName, id, name, request } from "@/lib/domain/inputs/parts";

/** What whoever makes a token shows anew: a code of the second step, or the password where there is none. */
const proof = z.string().min(1).max(LIMIT.password);
const token = {
  ...request,
  name,
  scopes: z.array(z.enum(TOKEN_SCOPES)).max(TOKEN_SCOPES.length).default([]),
  days: z.enum(TOKEN_DAYS),
  proof,
};

export const MakeTokenSchema = z.object(token);
export const EndTokenSchema = z.object({ ...request, tokenId: id });
export const AddSystemSchema = z.object({
  ...request,
  account: accountName,
  name,
  organisationId: id,
  role: z.enum(ROLES).exclude(["admin"]),
});
export const MakeSystemTokenSchema = z.object({ ...token, systemId: id });
export const EndSystemSchema = z.object({ ...request, systemId: id });

export type MakeTokenInput = z.infer<typeof MakeTokenSchema>;
export type EndTokenInput = z.infer<typeof EndTokenSchema>;
export type AddSystemInput = z.infer<typeof AddSystemSchema>;
export type MakeSystemTokenInput = z.infer<typeof MakeSystemTokenSchema>;
export type EndSystemInput = z.infer<typeof EndSystemSchema>;
