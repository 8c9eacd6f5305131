import { z } from "zod";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { id, request } from "@/lib/domain/inputs/parts";

export const SettleIdentitySchema = z.object({ ...request, identityId: id });
export const RemoveOwnIdentitySchema = z.object({ ...request, identityId: id, proof: z.string().max(LIMIT.password) });
export const LinkIdentitySchema = z.object({ ...request, identityId: id, userId: id });

export type SettleIdentityInput = z.infer<typeof SettleIdentitySchema>;
export type LinkIdentityInput = z.infer<typeof LinkIdentitySchema>;
