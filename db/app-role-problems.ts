import type { Problem } from "./server-problem";

/** The owner may not create roles: what an administrator has to run. */
export function noRole(role: string, database: string): Problem {
  return {
    zh: `DATABASE_URL 的登录名无权创建角色。请由管理员执行下面的 SQL，再把 DATABASE_APP_URL 设为该角色的登录地址。`,
    en: "The login of DATABASE_URL may not create roles. Let an administrator run this SQL, then set DATABASE_APP_URL to the login of that role.",
    sql: [
      `CREATE ROLE ${role} LOGIN PASSWORD '…' NOSUPERUSER NOBYPASSRLS;`,
      `GRANT CONNECT ON DATABASE ${database} TO ${role};`,
    ],
  };
}

/** The role has another machine's password: what to set, or to run where nobody uses it. */
export function otherSecret(role: string): Problem {
  return {
    zh: `数据库角色 ${role} 的密码与本机密钥不符：另一台机器或另一套安装正在使用它，未作更改。请在各机器上设置相同的 NEXTAUTH_SECRET；若确知无人使用，请由管理员执行下面的 SQL 后重试。`,
    en: `The database role ${role} has a password that does not come from this machine's secret: another machine or installation uses it, and it was left as it is. Set the same NEXTAUTH_SECRET on all machines; where certainly nobody uses it, let an administrator run this SQL and start again.`,
    sql: [`ALTER ROLE ${role} RENAME TO ${role}_former;`],
  };
}

/** A login that would bypass the policies, or whose name cannot be written into a statement. */
export function wrongRole(role: string): Problem {
  return {
    zh: `DATABASE_APP_URL 的登录名 ${role} 不合适：须是普通角色（非超级用户、不绕过行级安全），名称只含小写字母、数字和下划线。`,
    en: `The login ${role} of DATABASE_APP_URL does not suit: it must be an ordinary role (no superuser, not bypassing row-level security) whose name has lower-case letters, digits and underscores only.`,
    sql: [],
  };
}

/** The login does not work, with what the database says. */
export function notReached(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    zh: `无法用 DATABASE_APP_URL 登录数据库：${reason}`,
    en: `The login of DATABASE_APP_URL does not work: ${reason}`,
    sql: [],
  };
}
