import { z } from "zod";
import { id, name, request } from "@/lib/domain/inputs/parts";
import type { Said } from "@/lib/domain/inputs/said";
import { isWebhookAddress, WEBHOOK_TOPICS } from "@/lib/domain/webhook";

const LONGEST_ADDRESS = 2000;

export const AddWebhookSchema = z.object({
  ...request,
  name,
  webhookAddress: z
    .string()
    .trim()
    .max(LONGEST_ADDRESS)
    .refine(isWebhookAddress, { params: { say: "webhookAddress" } satisfies Said }),
  topics: z
    .array(z.enum(WEBHOOK_TOPICS))
    .prefault([])
    .pipe(z.array(z.enum(WEBHOOK_TOPICS)).min(1).max(WEBHOOK_TOPICS.length)),
});
export const RemoveWebhookSchema = z.object({ ...request, webhookId: id });
export const ResendCallSchema = z.object({ ...request, callId: id });

export type AddWebhookInput = z.infer<typeof AddWebhookSchema>;
export type RemoveWebhookInput = z.infer<typeof RemoveWebhookSchema>;
export type ResendCallInput = z.infer<typeof ResendCallSchema>;
