import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { z } from "zod";
import type { RoleOfClaim } from "@/lib/domain/proposed-role";
import type { SealAlgorithm } from "@/lib/domain/seal";
import {
  AppEnvSchema,
  FontEnvSchema,
  KitEnvSchema,
  LaunchEnvSchema,
  MailEnvSchema,
  SealEnvSchema,
  SsoEnvSchema,
} from "./env-schemas";

export type AppEnv = z.output<typeof AppEnvSchema>;
export type LaunchEnv = Omit<
  z.output<typeof LaunchEnvSchema>,
  "NIANBAO_DATA_DIR" | "XDG_DATA_HOME" | "NIANBAO_BACKUP_DIR"
> & {
  dataDir: string;
  /** Where backups are made by themselves; null where they are not. */
  backupDir: string | null;
};

export let read: AppEnv | null = null;

/** What the running app is configured with. Read at the first use, so that building needs no database and no secret. */
export function env(): AppEnv {
  read ??= parse(AppEnvSchema);
  return read;
}

/** The folder of the office's own fonts. It is asked for apart, because the command writes documents without the app. */
export function fontFolder(): string | undefined {
  return parse(FontEnvSchema).NIANBAO_FONT_DIR;
}

/** It is asked for apart, because the demonstration and the command seal too. */
export function sealAlgorithm(): SealAlgorithm {
  return parse(SealEnvSchema).NIANBAO_SEAL_ALGORITHM;
}

/** How mail is sent; null where it is not. It is asked for apart, because the check of a start asks too. */
export function mailEnv(): { url: string; from: string } | null {
  const { NIANBAO_SMTP_URL: url, NIANBAO_MAIL_FROM: from } = parse(MailEnvSchema);
  return url === undefined || from === undefined ? null : { url, from };
}

export type SsoEnv = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Null where the button has words of ours. */
  label: string | null;
  scope: string;
  accountClaim: string;
  secondFactor: readonly string[];
  groupsClaim: string;
  unitClaim: string;
  roles: readonly RoleOfClaim[];
};

/** The identity provider for single sign-on; null where there is none. */
export function ssoEnv(): SsoEnv | null {
  const read = parse(SsoEnvSchema);
  const { NIANBAO_OIDC_ISSUER: issuer, NIANBAO_OIDC_CLIENT_ID: clientId } = read;
  const { NIANBAO_OIDC_CLIENT_SECRET: clientSecret } = read;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return {
    ...{ issuer, clientId, clientSecret },
    label: read.NIANBAO_OIDC_LABEL ?? null,
    scope: read.NIANBAO_OIDC_SCOPE,
    accountClaim: read.NIANBAO_OIDC_ACCOUNT_CLAIM,
    secondFactor: read.NIANBAO_OIDC_SECOND_FACTOR,
    groupsClaim: read.NIANBAO_OIDC_GROUPS_CLAIM,
    unitClaim: read.NIANBAO_OIDC_UNIT_CLAIM,
    roles: read.NIANBAO_OIDC_ROLES,
  };
}

/** Whether `/kit` shows the primitives: in development, and where a test asks for it. */
export function isKitShown(): boolean {
  const { NODE_ENV, NIANBAO_KIT } = parse(KitEnvSchema);
  return NODE_ENV === "development" || NIANBAO_KIT === "on";
}

/** What the scripts that start the app and its database are configured with. */
export function launchEnv(): LaunchEnv {
  const { NIANBAO_DATA_DIR, XDG_DATA_HOME, NIANBAO_BACKUP_DIR, ...rest } = parse(LaunchEnvSchema);
  const dataDir = NIANBAO_DATA_DIR ?? join(XDG_DATA_HOME ?? join(homedir(), ".local/share"), "nianbao");
  const beside = rest.DATABASE_URL === undefined ? join(dataDir, "backups") : null;
  const backupDir = rest.NIANBAO_BACKUP_KEEP === 0 ? null : (NIANBAO_BACKUP_DIR ?? beside);
  return {
    ...rest,
    dataDir: resolve(/* turbopackIgnore: true */ dataDir),
    backupDir: backupDir === null ? null : resolve(/* turbopackIgnore: true */ backupDir),
  };
}

/** What people set, by who reads it. */
const SETTINGS = [LaunchEnvSchema, FontEnvSchema, SealEnvSchema, MailEnvSchema, SsoEnvSchema, KitEnvSchema];

/** Every setting that people make which cannot be used, and why, in both languages. */
export function listWrongSettings(): string[] {
  return [...SETTINGS.flatMap(problemsOf), ...unknownNames()];
}

/** Ours begin with this: one that nobody reads is a name with a mistake in it. */
const OURS = "NIANBAO_";
/** Named by the build for itself. */
const BUILD_NAMES = ["NIANBAO_BUILD_ID"];

function unknownNames(): string[] {
  const known = SETTINGS.flatMap((schema) => Object.keys(schema.shape));
  return Object.keys(process.env)
    .filter((name) => name.startsWith(OURS) && ![...known, ...BUILD_NAMES].includes(name))
    .map((name) => `${name} 不是本系统的设置，请核对拼写 / is no setting of ours; check its spelling`);
}

function parse<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
  const result = schema.safeParse(givenSettings());
  if (result.success) return result.data;
  throw new Error(problemsOf(schema).join("\n"));
}

function problemsOf(schema: z.ZodType): string[] {
  const settings = givenSettings();
  const result = schema.safeParse(settings);
  return (result.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]);
    if (settings[name] === undefined) return `${name} 未设置 / is not set`;
    return `${name} 不正确 / is wrong: ${issue.message}`;
  });
}

/** An empty variable is what a copied .env.example leaves behind: it means "not set". */
function givenSettings(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
}
