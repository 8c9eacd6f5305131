import { readFileSync } from "node:fs";

/** Settings that hold a password or a secret; each may lie in a file instead, named by the same name with `_FILE`. */
const SECRETS = [
  "DATABASE_URL",
  "DATABASE_APP_URL",
  "NEXTAUTH_SECRET",
  "NIANBAO_SMTP_URL",
  "NIANBAO_OIDC_CLIENT_SECRET",
] as const;

/**
 * Reads the secrets that lie in files, as containers and systemd give them, into `settings`. Gives a sentence for each
 * that cannot be read, or that is set twice.
 */
export function readSecretFiles(settings: NodeJS.ProcessEnv): string[] {
  return SECRETS.flatMap((name) => {
    const path = settings[`${name}_FILE`];
    if (!path) return [];
    if (settings[name]) return [`${name} 与 ${name}_FILE 只能设一个 / and ${name}_FILE are both set: set one`];
    try {
      const text = readFileSync(path, "utf8").trim();
      if (text === "") return [`${name}_FILE 指定的文件是空的 / names an empty file: ${path}`];
      settings[name] = text;
      return [];
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
      return [`${name}_FILE 指定的文件读不了 / names a file that cannot be read: ${path} (${code})`];
    }
  });
}
