import { Client, DatabaseError } from "pg";
import { noRole, notReached, otherSecret, wrongRole } from "./app-role-problems";
import type { Problem } from "./server-problem";

/** How the app logs in: an ordinary role that owns nothing, is no superuser and cannot bypass a policy. */
export type AppLogin = { url: string; role: string };

/** The role's own defaults at the server, so that they hold through a pooler as well. */
const ROLE_SETTINGS: Readonly<Record<string, string>> = {
  // A statement that takes longer than any page may wait is given up; the pool's places come free again.
  statement_timeout: "30s",
  lock_timeout: "20s",
  // A process that hangs in the middle of a transaction does not hold its locks for ever; writing a file aside takes
  // ten minutes at most.
  idle_in_transaction_session_timeout: "11min",
  search_path: "public",
};

/** Held while a role is changed: processes that start at the same moment would conflict in the system catalogue. */
const ROLE_LOCK = 2_019_604_541;

/** Roles belong to the whole server: each database has one of its own, so that installations do not share it. */
export function appRoleOf(database: string): string {
  const name = database.toLowerCase().replace(/[^a-z0-9_]/g, "_");
  return `${/^[a-z_]/.test(name) ? name : `_${name}`}`.slice(0, 59).concat("_app");
}

export function isRoleName(name: string): boolean {
  return /^[a-z_][a-z0-9_]{0,62}$/.test(name);
}

/** The same server and database as `ownerUrl`, logged in as the ordinary role. */
export function appUrlOf(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}

/**
 * Gives the database's ordinary role, made at the first start. A role that is there and takes another password is
 * somebody else's, or another machine's with another secret: it is left as it is and the start is refused, since
 * changing it would shut that one out. Only where the whole server is `ours` is the password set anew.
 */
export async function prepareAppRole(params: {
  ownerUrl: string;
  password: string;
  ours: boolean;
}): Promise<AppLogin | { problem: Problem }> {
  const { ownerUrl, password, ours } = params;
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const role = appRoleOf(owner.database ?? "");
    const login = { role, url: appUrlOf(ownerUrl, role, password) };
    const secret = owner.escapeLiteral(password);
    const database = owner.escapeIdentifier(owner.database ?? "");
    await owner.query("begin");
    await owner.query("select pg_advisory_xact_lock($1)", [ROLE_LOCK]);
    const may = await readRights(owner, role);
    if (!may.exists && !may.createsRoles) return { problem: noRole(role, database) };
    if (!may.exists) {
      await owner.query(`create role ${role} login password ${secret}`);
    } else if (ours) {
      await owner.query(`alter role ${role} login password ${secret}`);
    }
    if (may.grantsConnect) await owner.query(`grant connect on database ${database} to ${role}`);
    await owner.query("commit");
    return (await canLogIn(login.url)) ? login : { problem: otherSecret(role) };
  } finally {
    await owner.end();
  }
}

/** What `prepareAppRole` would find at a server that is not ours alone, without making or changing anything. */
export async function inspectAppRole(params: {
  ownerUrl: string;
  password: string;
}): Promise<{ role: string } | { problem: Problem }> {
  const owner = new Client({ connectionString: params.ownerUrl });
  await owner.connect();
  try {
    const role = appRoleOf(owner.database ?? "");
    const may = await readRights(owner, role);
    if (!may.exists) {
      return may.createsRoles ? { role } : { problem: noRole(role, owner.escapeIdentifier(owner.database ?? "")) };
    }
    return (await canLogIn(appUrlOf(params.ownerUrl, role, params.password)))
      ? { role }
      : { problem: otherSecret(role) };
  } finally {
    await owner.end();
  }
}

/** A login that an administrator made and named in the settings: looked at, never changed. */
export async function readAppLogin(appUrl: string): Promise<AppLogin | { problem: Problem }> {
  const client = new Client({ connectionString: appUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ role: string; is_mighty: boolean }>(
      "select rolname as role, rolsuper or rolbypassrls as is_mighty from pg_roles where rolname = current_user",
    );
    const [found] = rows;
    if (!found || found.is_mighty || !isRoleName(found.role)) return { problem: wrongRole(found?.role ?? "") };
    return { url: appUrl, role: found.role };
  } catch (error) {
    return { problem: notReached(error) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Gives the role its settings, set by itself, which needs no right over other roles. Says whether a pooler stands before
 * the server: it names another process than the one that answers.
 */
export async function settleAppRole(login: AppLogin): Promise<{ isPooled: boolean }> {
  const client = new Client({ connectionString: login.url });
  await client.connect();
  try {
    const database = client.escapeIdentifier(client.database ?? "");
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [ROLE_LOCK]);
    const { rows } = await client.query<{ held: string }>(
      `select unnest(setconfig) as held from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
       where d.datname = current_database() and s.setrole = (select oid from pg_roles where rolname = current_user)`,
    );
    const held = new Set(rows.map((row) => row.held));
    for (const [name, value] of Object.entries(ROLE_SETTINGS)) {
      if (held.has(`${name}=${value}`)) continue;
      await client.query(
        `alter role ${login.role} in database ${database} set ${name} = ${client.escapeLiteral(value)}`,
      );
    }
    await client.query("commit");
    const answering = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    return { isPooled: !("processID" in client) || client.processID !== answering.rows[0]?.pid };
  } finally {
    await client.end();
  }
}

async function readRights(
  owner: Client,
  role: string,
): Promise<{ exists: boolean; createsRoles: boolean; grantsConnect: boolean }> {
  const { rows } = await owner.query<{ exists: boolean; creates_roles: boolean; grants_connect: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as exists,
       (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as creates_roles,
       (select pg_has_role(datdba, 'usage') from pg_database where datname = current_database()) as grants_connect`,
    [role],
  );
  const [row] = rows;
  return {
    exists: row?.exists ?? false,
    createsRoles: row?.creates_roles ?? false,
    grantsConnect: row?.grants_connect ?? false,
  };
}

async function canLogIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28P01: the password is another; 28000: the role may not log in.
    if (error instanceof DatabaseError && (error.code === "28P01" || error.code === "28000")) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
