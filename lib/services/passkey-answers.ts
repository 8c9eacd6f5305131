import { z } from "zod";
import type { ChallengePurpose } from "@/lib/domain/passkey";

/** A challenge as the browser that asked for it keeps it, sealed; its moment tells a newer one from an older. */
export const ChallengeSchema = z.object({
  challenge: z.string(),
  purpose: z.enum(["add", "sign_in", "second_step"]),
  /** Whom it was drawn for; null where nobody is known yet. */
  userId: z.string().nullable(),
  drawnAt: z.number(),
});
export type Challenge = z.infer<typeof ChallengeSchema>;

const text = z.string().max(20_000);

/** What a browser answers when a passkey was made; sent as text. */
export const MadeAnswerSchema = z.object({
  id: text,
  rawId: text,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});

/** What a browser answers when a passkey was used; sent as text. */
export const UsedAnswerSchema = z.object({
  id: text,
  rawId: text,
  type: z.literal("public-key"),
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.optional() }),
});

/** Reads such a text; null where it is none. */
export function readAnswer<Schema extends z.ZodType>(sent: string, schema: Schema): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(sent)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether a challenge was drawn for this, and for this person. */
export function isDrawnFor(challenge: Challenge, purpose: ChallengePurpose, userId: string | null): boolean {
  return challenge.purpose === purpose && challenge.userId === userId;
}
