import { randomBytes } from "node:crypto";
import { decryptText, encryptText } from "@/lib/services/encrypted-text";

const PURPOSE = "webhooks";

type Of = { id: string; appSecret: string };

/** A new secret for the signatures of an address, and the same as it is kept. */
export function newWebhookSecret({ id, appSecret }: Of): { secret: string; sealedSecret: string } {
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  return { secret, sealedSecret: encryptText(secret, { appSecret, purpose: PURPOSE, place: id }) };
}

/** The secret of an address; null where it was added with another secret of the app. */
export function secretOfWebhook(sealed: string, { id, appSecret }: Of): string | null {
  return decryptText(sealed, { appSecret, purpose: PURPOSE, place: id });
}
