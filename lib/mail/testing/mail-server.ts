import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  url: string;
  port: number;
  /** What it took, in the order in which it said so. */
  taken: Email[];
  stop(): Promise<void>;
};

export type MailServerOptions = {
  port?: number;
  /** What the server answers to an address; undefined takes it. */
  refuse?: (address: string) => { code: number; text: string } | undefined;
  /** Is waited for before the server answers to an address. */
  beforeAnswering?: () => Promise<void>;
  /** Is waited for after a message has come and before it is taken. */
  beforeTaking?: () => Promise<void>;
};

/** A real SMTP server of this process, which reads what it is sent. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const taken: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo({ address }, _session, done) {
      void (async () => {
        await options.beforeAnswering?.();
        const refusal = options.refuse?.(address);
        done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : undefined);
      })();
    },
    onData(stream, _session, done) {
      void (async () => {
        const mail = await PostalMime.parse(await buffer(stream));
        await options.beforeTaking?.();
        taken.push(mail);
        done();
      })();
    },
  });
  server.on("error", () => undefined);
  const listener = server.listen(options.port ?? 0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    taken,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
