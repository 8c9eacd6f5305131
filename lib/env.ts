import { isIP } from "node:net";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { listServers } from "@/lib/database-url";
import { SEAL_ALGORITHMS, type SealAlgorithm } from "@/lib/domain/seal";

const ServerUrlSchema = z.string().refine((url) => listServers(url) !== null, {
  error:
    "须写成 postgres://user:password@host:port/database，多台主机用逗号分开 / must be written like that, several hosts with commas between",
});
const PortSchema = wholeNumber(1, 65535);
const AddressSchema = z.url({
  protocol: /^https?$/,
  error: "须是人们打开的网址，如 https://nianbao.example.gov.cn / must be the address that people open",
});

function wholeNumber(least: number, most: number) {
  const error = `须是 ${least} 到 ${most} 的整数 / must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

/** Addresses, or blocks of them, with commas between. */
const ProxiesSchema = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((part) => part.trim() || []))
  .refine((list) => list.every(isAddressOrBlock), {
    error: "须是 10.0.0.5 或 10.0.0.0/8 这样的地址，用逗号分开 / must be such addresses with commas between",
  });

function isAddressOrBlock(entry: string): boolean {
  const [address = "", bits, ...more] = entry.split("/");
  const longest = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 && more.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= longest))
  );
}

const AppEnvSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** The ordinary role's login; `npm start` hands it to the app. */
  APP_DATABASE_URL: ServerUrlSchema,
  NEXTAUTH_SECRET: z.string().min(32, { error: "至少要 32 个字符 / must have at least 32 characters" }),
  NEXTAUTH_URL: AddressSchema,
  /** "1" with a pooler such as PgBouncer before the database; `npm start` finds out. */
  DATABASE_POOLED: z.literal("1").optional(),
  /** How many connections this process may have; `npm start` divides them. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).default(10),
  /** Where the built-in database lies, so that a full disk is noticed; `npm start` says it. */
  DATABASE_DIR: z.string().optional(),
});

const FontEnvSchema = z.object({
  /** Holds 仿宋, 小标宋, 楷体 and 黑体, where an office has them. */
  NIANBAO_FONT_DIR: z.string().optional(),
});

const SealEnvSchema = z.object({
  /** What new seals of the history are made with; those that are there stay as they are. */
  NIANBAO_SEAL_ALGORITHM: z.enum(SEAL_ALGORITHMS).default("sha256"),
});

/** An address alone, or with a name before it: 年报汇 <nianbao@example.gov.cn>. */
const SenderSchema = z.string().regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
  error: "须是邮件地址，如 年报汇 <nianbao@example.gov.cn> / must be a mail address, with a name before it or without",
});

const MailEnvSchema = z
  .object({
    /** The server that takes mail, with the login where it wants one; without it nobody is sent any. */
    NIANBAO_SMTP_URL: z
      .url({
        protocol: /^smtps?$/,
        error:
          "须写成 smtps://user:password@mail.example:465 或 smtp://mail.example:25 / must be written like one of these",
      })
      .optional(),
    /** A file that holds it; the start script reads it. */
    NIANBAO_SMTP_URL_FILE: z.string().optional(),
    /** Whom messages come from. */
    NIANBAO_MAIL_FROM: SenderSchema.optional(),
  })
  .check(({ value, issues }) => {
    if ((value.NIANBAO_SMTP_URL === undefined) === (value.NIANBAO_MAIL_FROM === undefined)) return;
    const missing = value.NIANBAO_SMTP_URL === undefined ? "NIANBAO_SMTP_URL" : "NIANBAO_MAIL_FROM";
    issues.push({
      code: "custom",
      input: value,
      path: [missing],
      message: "missing",
    });
  });

const KitEnvSchema = z.object({
  NODE_ENV: AppEnvSchema.shape.NODE_ENV,
  NIANBAO_KIT: z.enum(["on", "off"]).default("off"),
});

const LaunchEnvSchema = z.object({
  ...SealEnvSchema.shape,
  PORT: PortSchema.default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** The owner's login at a PostgreSQL server; without it the built-in one is used. */
  DATABASE_URL: ServerUrlSchema.optional(),
  /** The ordinary role's login at that server, where the owner may not create roles; otherwise one is made. */
  DATABASE_APP_URL: ServerUrlSchema.optional(),
  /** How many app processes share the port; without it as many as there are cores and memory for. */
  NIANBAO_PROCESSES: wholeNumber(1, 64).optional(),
  /** How many connections to the database they have together. */
  NIANBAO_DATABASE_CONNECTIONS: wholeNumber(3, 1000).default(40),
  /** Lines of JSON for a machine, or lines to be read. */
  NIANBAO_LOG: z.enum(["text", "json"], { error: "须是 text 或 json / must be text or json" }).default("text"),
  /** Where Prometheus asks for figures; without it nowhere. */
  NIANBAO_METRICS_PORT: PortSchema.optional(),
  NIANBAO_METRICS_HOST: z.string().default("127.0.0.1"),
  NIANBAO_DATA_DIR: z.string().optional(),
  XDG_DATA_HOME: z.string().optional(),
  NEXTAUTH_SECRET: AppEnvSchema.shape.NEXTAUTH_SECRET.optional(),
  NEXTAUTH_URL: AppEnvSchema.shape.NEXTAUTH_URL.optional(),
  /** Where backups are made each day: beside the built-in database if it says nothing, nowhere with a server. */
  NIANBAO_BACKUP_DIR: z.string().optional(),
  /** How many daily backups are kept; 0 makes none. */
  NIANBAO_BACKUP_KEEP: wholeNumber(0, 10_000).default(14),
  /** A file whose first line closes the backups that are made by themselves, and opens any. */
  NIANBAO_BACKUP_PASSPHRASE_FILE: z.string().optional(),
  /** Only these are believed when they say where a request comes from; without any, nobody is. */
  NIANBAO_TRUSTED_PROXIES: ProxiesSchema,
});

export type AppEnv = z.output<typeof AppEnvSchema>;
export type LaunchEnv = Omit<
  z.output<typeof LaunchEnvSchema>,
  "NIANBAO_DATA_DIR" | "XDG_DATA_HOME" | "NIANBAO_BACKUP_DIR"
> & {
  dataDir: string;
  /** Where backups are made by themselves; null where they are not. */
  backupDir: string | null;
};

let read: AppEnv | null = null;

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
const SETTINGS = [LaunchEnvSchema, FontEnvSchema, SealEnvSchema, MailEnvSchema, KitEnvSchema];

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
