import { createTransport } from "nodemailer";
import type { MailChannel } from "@/lib/domain/delivery";
import { FinalFailure } from "@/lib/domain/job";
import { composeMail } from "@/lib/mail/compose-mail";

export type MailSettings = { url: string; from: string };

const CONNECT_MS = 15_000;
/** A server that says nothing for so long has hung. */
const SILENCE_MS = 60_000;

function transportOf(url: string) {
  return createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Sends messages through an SMTP server; each is a connection of its own, so that nothing is held between them. */
export function openMail(settings: MailSettings & { origin: string; clock: () => Date }): MailChannel {
  const { url, from, origin, clock } = settings;
  const transport = transportOf(url);
  const host = new URL(origin).hostname;
  return {
    async send(message, { email, language }) {
      const mail = await composeMail(message, { locale: language, origin, now: clock() });
      try {
        await transport.sendMail({
          ...mail,
          from,
          to: { name: "", address: email },
          // The same each time it is tried: a server that took it already can tell.
          messageId: `<${message.id}@${host}>`,
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        });
      } catch (error) {
        throw failureOf(error, email);
      }
    },
  };
}

/** Why a server would not take mail at all; null where it would. */
export async function tryMailServer(url: string): Promise<string | null> {
  try {
    await transportOf(url).verify();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** An address that the server refuses for good is refused the next time too; the rest may pass. Without the address: it is logged. */
function failureOf(error: unknown, email: string): Error {
  const message = (error instanceof Error ? error.message : String(error)).replaceAll(email, "…");
  const code = codeOf(error);
  return code !== null && code >= 550 && code < 560 ? new FinalFailure(message) : new Error(message);
}

/** What the server answered with, where it is about this message and not about the login. */
function codeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !("responseCode" in error) || typeof error.responseCode !== "number") return null;
  const about = "code" in error ? error.code : null;
  return about === "EENVELOPE" || about === "EMESSAGE" ? error.responseCode : null;
}
