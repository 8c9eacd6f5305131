import { z } from "zod";
import { id, request } from "@/lib/domain/inputs/parts";

export const SettleIdentitySchema = z.object({ ...request, identityId: id });
export const LinkIdentitySchema = z.object({ ...request, identityId: id, userId: id });

export type SettleIdentityInput = z.infer<typeof SettleIdentitySchema>;
export type LinkIdentityInput = z.infer<typeof LinkIdentitySchema>;
