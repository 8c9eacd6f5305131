import { z } from "zod";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { id, name, request } from "@/lib/domain/inputs/parts";

/** What a browser was answered by a device, as text. */
const answer = z.string().min(1).max(LIMIT.passkeyAnswer);

/** What shows anew who asks, as for a token; empty for somebody who has neither a second step nor a password. */
export const PreparePasskeySchema = z.object({ proof: z.string().max(LIMIT.password) });
export const AddPasskeySchema = z.object({ ...request, name, answer });
export const RemovePasskeySchema = z.object({ ...request, passkeyId: id, proof: z.string().max(LIMIT.password) });
export const UsePasskeySchema = z.object({ answer, next: z.string().max(500).optional() });

export type AddPasskeyInput = z.infer<typeof AddPasskeySchema>;
export type RemovePasskeyInput = z.infer<typeof RemovePasskeySchema>;
