import "server-only";
import { CHALLENGE_SECONDS } from "@/lib/domain/passkey";
import { PENDING_SECONDS } from "@/lib/domain/second-factor";
import { type Challenge, ChallengeSchema } from "@/lib/services/passkey-answers";
import { type Attempt, AttemptSchema } from "@/lib/single-sign-on/provider";
import { type SealedCookie, setSealedCookie, takeSealedCookie } from "@/lib/web/sealed-cookie";

const ATTEMPT_COOKIE: SealedCookie<Attempt> = {
  name: "nianbao-sso",
  salt: "nianbao-sso",
  seconds: PENDING_SECONDS,
  schema: AttemptSchema,
};

const CHALLENGE_COOKIE: SealedCookie<Challenge> = {
  name: "nianbao-passkey",
  salt: "nianbao-passkey",
  seconds: CHALLENGE_SECONDS,
  schema: ChallengeSchema,
};

/** Keeps in this browser how it left for the identity provider. */
export const keepAttempt = (attempt: Attempt): Promise<void> => setSealedCookie(ATTEMPT_COOKIE, attempt);

/** How this browser left for the identity provider; once. */
export const takeAttempt = (): Promise<Attempt | null> => takeSealedCookie(ATTEMPT_COOKIE);

/** Keeps in this browser what its device is asked. */
export const keepChallenge = (challenge: Challenge): Promise<void> => setSealedCookie(CHALLENGE_COOKIE, challenge);

/** What the device of this browser was asked; once. */
export const takeChallenge = (): Promise<Challenge | null> => takeSealedCookie(CHALLENGE_COOKIE);
