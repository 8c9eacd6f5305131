import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { appendFile, chmod, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { findBinaries, ordinaryUser } from "@/db/embedded-binaries";
import { createCluster, OWNER, startServer } from "@/db/embedded-cluster";
import { processesOf, readPostmaster, shutDown } from "@/db/embedded-process";
import { freePort } from "@/db/free-port";

const run = promisify(execFile);
const DEBIAN = "/usr/lib/postgresql/15/bin";
const PASSWORD = "of-the-tests";

/** Debian's PostgreSQL 15: the oldest server that is tried, and the only one here with pg_dump and pg_basebackup. */
export const isDebianPostgresThere = existsSync(join(DEBIAN, "pg_basebackup"));

export type TrialServer = {
  port: number;
  /** `login` is the superuser where it is not named; all have the same password. */
  urlOf: (database: string, login?: string) => string;
  start: () => Promise<void>;
  /** Ends it in good order. */
  stop: () => Promise<void>;
  /** Ends all its processes at once, without a word. */
  kill: () => Promise<void>;
  /** Stops it, or lets it go on, without its knowing. */
  signal: (name: "SIGSTOP" | "SIGCONT") => Promise<void>;
};

type ServerOptions = {
  /** Where its data goes, below a folder that everybody may enter. */
  folder: string;
  /** Tells the servers of a folder apart. */
  name: string;
  /** Whose programs it is: Debian's, or those that come with the packages. */
  from: "debian" | "packages";
  isDurable?: boolean;
  /** Lines of its settings. */
  settings?: readonly string[];
  /** What its processes find in their environment. */
  environment?: readonly string[];
};

/** A PostgreSQL server of a trial's own, that it may treat badly; not started yet. */
export async function createServer(options: ServerOptions): Promise<TrialServer> {
  const { folder, name } = options;
  await chmod(folder, 0o755);
  const passwordPath = join(folder, "password");
  await writeFile(passwordPath, PASSWORD, { mode: 0o644 });
  const dir = join(folder, name);
  const means = { binaries: await binariesOf(options), user: ordinaryUser({ endsWithParent: false }) };
  await createCluster(folder, dir, passwordPath, means);
  await appendFile(join(dir, "postgresql.conf"), (options.settings ?? []).map((line) => `${line}\n`).join(""));
  return serverAt(options, await freePort());
}

/** Another server with a copy of what a running one of Debian's has, which then follows it. */
export async function createStandby(options: ServerOptions, primary: TrialServer, port?: number): Promise<TrialServer> {
  const dir = join(options.folder, options.name);
  await rm(dir, { recursive: true, force: true });
  const { prefix } = ordinaryUser({ endsWithParent: false });
  const [program = "", ...args] = [
    ...prefix,
    join(DEBIAN, "pg_basebackup"),
    ...["--pgdata", dir, "--dbname", primary.urlOf("postgres"), "--write-recovery-conf", "--checkpoint=fast"],
  ];
  await run(program, args);
  return serverAt(options, port ?? (await freePort()));
}

function serverAt(options: ServerOptions, port: number): TrialServer {
  const { folder, name, isDurable = false, environment = [] } = options;
  const cluster = {
    dir: join(folder, name),
    name: `nianbao-trial-${process.pid}-${name}`,
    logPath: join(folder, `${name}.log`),
    isDurable,
  };
  const signalAll = async (signal: NodeJS.Signals) => {
    for (const pid of await processesOf(cluster.name)) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended by itself meanwhile.
      }
    }
  };
  return {
    port,
    urlOf: (database, login = OWNER) => `postgres://${login}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    start: async () => {
      const user = ordinaryUser({ endsWithParent: true });
      const prefix = environment.length > 0 ? [...user.prefix, "env", ...environment] : user.prefix;
      await startServer(cluster, port, { binaries: await binariesOf(options), user: { ...user, prefix } });
    },
    stop: async () => {
      const postmaster = await readPostmaster(cluster.dir);
      if (postmaster) await shutDown(cluster.name, postmaster.pid);
    },
    kill: async () => {
      await signalAll("SIGKILL");
      while ((await processesOf(cluster.name)).length > 0) await sleep(20);
    },
    signal: signalAll,
  };
}

async function binariesOf({ from }: ServerOptions) {
  return from === "debian" ? { initdb: join(DEBIAN, "initdb"), postgres: join(DEBIAN, "postgres") } : findBinaries();
}

/** Runs statements as a server's superuser. */
export async function administer(server: TrialServer, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: server.urlOf("postgres") });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An owner who is no superuser, and a database of theirs; gives the owner's address. */
export async function openOffice(server: TrialServer, database = "nianbao"): Promise<string> {
  await administer(
    server,
    `do $$ begin
       if not exists (select from pg_roles where rolname = 'office') then
         create role office login createrole password '${PASSWORD}';
       end if;
     end $$`,
    `create database ${database} owner office`,
  );
  return server.urlOf(database, "office");
}
