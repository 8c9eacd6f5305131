import { startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/free-port";
import { administer, createServer, openOffice, type TrialServer } from "@/db/testing/trial-server";
import { type Relay, startRelay } from "./relay";
import { launch, type StartedApp, untilReady } from "./started-app";
import type { Figures } from "./trial";

/** An app that runs for one trial. */
export type TrialOffice = {
  app: StartedApp;
  /** Lets the figures be counted with the login of the database's owner. */
  count: (read: (ownerUrl: string) => Promise<Figures>) => Promise<Figures>;
  close: () => Promise<void>;
};

export type ServerOffice = TrialOffice & { server: TrialServer; relay: Relay };

/** The app in two processes with a server of its own at the other end of a line that can be spoiled. */
export async function openAtServer(folder: string): Promise<ServerOffice> {
  const server = await createServer({ folder, name: "server", from: "packages", isDurable: true });
  await server.start();
  const ownerUrl = await openOffice(server);
  const relay = await startRelay(server);
  const app = launch({
    port: await freePort(),
    dataDir: "/dev/null/nianbao",
    args: ["--demo"],
    env: {
      DATABASE_URL: ownerUrl.replace(`:${server.port}/`, `:${relay.port}/`),
      NEXTAUTH_SECRET: "a secret that all machines of the office share",
      NIANBAO_PROCESSES: "2",
    },
  });
  await untilReady(app);
  return {
    app,
    server,
    relay,
    count: (read) => read(server.urlOf("nianbao")),
    close: async () => {
      app.signal("SIGTERM");
      await app.ended;
      await relay.stop();
      await server.stop();
    },
  };
}

/** The app with the database that comes with it, both in that environment. */
export async function openBuiltIn(dataDir: string, environment: Record<string, string> = {}): Promise<TrialOffice> {
  const app = launch({ port: await freePort(), dataDir, env: { NIANBAO_PROCESSES: "2", ...environment } });
  await untilReady(app);
  return {
    app,
    count: async (read) => {
      const embedded = await startEmbedded({ dataDir, say: () => undefined });
      const figures = await read(embedded.ownerUrl);
      await embedded.stop();
      return figures;
    },
    close: async () => {
      app.signal("SIGTERM");
      await app.ended;
    },
  };
}

/** Has whoever holds the app's role no connection, and gives it none. */
export async function takeConnections(server: TrialServer): Promise<void> {
  await administer(
    server,
    "alter role nianbao_app connection limit 0",
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'nianbao_app'",
  );
}

export async function giveConnections(server: TrialServer): Promise<void> {
  await administer(server, "alter role nianbao_app connection limit -1");
}
