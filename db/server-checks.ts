import { Client } from "pg";
import { listApplied, listMigrations } from "./migrate";
import type { Problem } from "./server-problem";

type Rights = {
  is_standby: boolean;
  is_read_only: boolean;
  may_create: boolean;
  foreign_owner: string | null;
  login: string;
  is_utf8: boolean;
};

/**
 * What would keep the migrations from running at `ownerUrl`, asked before anything is changed. Null when nothing would.
 */
export async function findProblem(ownerUrl: string): Promise<Problem | null> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Rights>(`
      select pg_is_in_recovery() as is_standby,
        current_setting('transaction_read_only') = 'on' as is_read_only,
        has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as may_create,
        (select min(tableowner) from pg_tables
          where schemaname = 'public' and tablename in ('events', 'organisations') and not pg_has_role(tableowner, 'usage')) as foreign_owner,
        current_user as login,
        current_setting('server_encoding') = 'UTF8' as is_utf8`);
    const [rights] = rows;
    const database = client.escapeIdentifier(client.database ?? "");
    const problem = rights ? problemOf(rights, database, client.escapeIdentifier(rights.login)) : null;
    return problem ?? (await findNewer(client, database));
  } finally {
    await client.end();
  }
}

/** A newer build may have changed what this one would write: it is refused before anything is touched. */
async function findNewer(client: Client, database: string): Promise<Problem | null> {
  const known = new Set((await listMigrations()).map(({ when }) => when));
  const newer = (await listApplied(client)).filter((when) => !known.has(when));
  if (newer.length === 0) return null;
  return {
    zh: `数据库 ${database} 已由更新的版本升级（多 ${newer.length} 项数据表变更），本版本不能使用，未作更改。请安装那个版本或更新的版本；要退回本版本，请把升级前的备份恢复到空的数据库（nianbao restore）。`,
    en: `The database ${database} was upgraded by a newer version (${newer.length} changes of its tables are not known here) and was left as it is. Install that version or a later one; to go back to this one, restore the backup from before the upgrade into an empty database (nianbao restore).`,
    sql: [],
  };
}

function problemOf(rights: Rights, database: string, login: string): Problem | null {
  if (rights.is_standby || rights.is_read_only) {
    return {
      zh: `数据库 ${database} 目前只读（备机或只读模式）。请把 DATABASE_URL 指向可写的主库。`,
      en: `The database ${database} is read-only at the moment (a standby, or a read-only server). Point DATABASE_URL at the primary.`,
      sql: [],
    };
  }
  if (!rights.is_utf8) {
    return {
      zh: `数据库 ${database} 的编码不是 UTF8，无法保存中文。请另建一个数据库。`,
      en: `The database ${database} is not encoded in UTF8 and cannot hold every text. Create another one.`,
      sql: [`CREATE DATABASE nianbao OWNER ${login} ENCODING 'UTF8' TEMPLATE template0;`],
    };
  }
  if (!rights.may_create) {
    return {
      zh: `登录名 ${login} 不是数据库 ${database} 的所有者，无法建表。请由管理员执行下面的 SQL 后重试。`,
      en: `The login ${login} does not own the database ${database} and cannot create tables in it. Let an administrator run this SQL and start again.`,
      sql: [`ALTER DATABASE ${database} OWNER TO ${login};`],
    };
  }
  if (rights.foreign_owner !== null) {
    return {
      zh: `数据库 ${database} 中的数据表属于 ${rights.foreign_owner}，${login} 无法更新。请改用该登录名，或由管理员执行下面的 SQL 后重试。`,
      en: `The tables in ${database} belong to ${rights.foreign_owner}, and ${login} cannot change them. Log in as that role, or let an administrator run this SQL in that database and start again.`,
      sql: [`REASSIGN OWNED BY "${rights.foreign_owner}" TO ${login};`],
    };
  }
  return null;
}
