import { isIP } from "node:net";
import { z } from "zod";
import { listServers } from "@/lib/database-url";
import { readRolesOfClaims } from "@/lib/domain/proposed-role";
import { SEAL_ALGORITHMS } from "@/lib/domain/seal";

const ServerUrlSchema = z.string().refine((url) => listServers(url) !== null, {
  error:
    "须写成 postgres://user:password@host:port/database，多台主机用逗号分开 / must be written like that, several hosts with commas between",
});

/** One server; the login is the app's own, whatever stands here. */
const ReplicaUrlSchema = z.string().refine((url) => listServers(url)?.length === 1, {
  error: "须写成 postgres://host:port/database，只写一台主机 / must be written like that, with one host",
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

export const AppEnvSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** The ordinary role's login; `npm start` hands it to the app. */
  APP_DATABASE_URL: ServerUrlSchema,
  /** The same login at a replica that published reports are read from. */
  READ_DATABASE_URL: ServerUrlSchema.optional(),
  NEXTAUTH_SECRET: z.string().min(32, { error: "至少要 32 个字符 / must have at least 32 characters" }),
  NEXTAUTH_URL: AddressSchema,
  /** "1" with a pooler such as PgBouncer before the database; `npm start` finds out. */
  DATABASE_POOLED: z.literal("1").optional(),
  /** How many connections this process may have; `npm start` divides them. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).default(10),
  /** Where the built-in database lies, so that a full disk is noticed; `npm start` says it. */
  DATABASE_DIR: z.string().optional(),
});

export const FontEnvSchema = z.object({
  /** Holds 仿宋, 小标宋, 楷体 and 黑体, where an office has them. */
  NIANBAO_FONT_DIR: z.string().optional(),
});

export const SealEnvSchema = z.object({
  /** What new seals of the history are made with; those that are there stay as they are. */
  NIANBAO_SEAL_ALGORITHM: z.enum(SEAL_ALGORITHMS).default("sha256"),
});

/** An address alone, or with a name before it: 年报汇 <nianbao@example.gov.cn>. */
const SenderSchema = z.string().regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
  error: "须是邮件地址，如 年报汇 <nianbao@example.gov.cn> / must be a mail address, with a name before it or without",
});

export const MailEnvSchema = z
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

const ISSUER_ERROR =
  "须是身份提供方的网址，用 https；http 只能在本机 / must be the provider's address with https, or with http on this machine";

/** The provider of single sign-on; without TLS only on this machine. */
const IssuerSchema = z.url({ protocol: /^https?$/, error: ISSUER_ERROR }).refine(
  (url) => {
    const { protocol, hostname } = new URL(url);
    return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  },
  { error: ISSUER_ERROR },
);

export const SsoEnvSchema = z
  .object({
    /** The address that the identity provider names itself by; its discovery document lies under it. */
    NIANBAO_OIDC_ISSUER: IssuerSchema.optional(),
    NIANBAO_OIDC_CLIENT_ID: z.string().optional(),
    NIANBAO_OIDC_CLIENT_SECRET: z.string().optional(),
    /** A file that holds it; the start script reads it. */
    NIANBAO_OIDC_CLIENT_SECRET_FILE: z.string().optional(),
    /** What people know the provider by; it stands on the button. */
    NIANBAO_OIDC_LABEL: z.string().max(40).optional(),
    NIANBAO_OIDC_SCOPE: z
      .string()
      .regex(/(?:^| )openid(?: |$)/)
      .default("openid profile"),
    /** The claim that holds what the office knows somebody by. */
    NIANBAO_OIDC_ACCOUNT_CLAIM: z.string().default("preferred_username"),
    /** Values of the claims amr and acr that count as a second factor; without any, none does. */
    NIANBAO_OIDC_SECOND_FACTOR: z
      .string()
      .default("")
      .transform((text) => text.split(",").flatMap((part) => part.trim() || [])),
    /** The claim that lists somebody's groups, and which of them propose which role here. */
    NIANBAO_OIDC_GROUPS_CLAIM: z.string().default("groups"),
    NIANBAO_OIDC_ROLES: z
      .string()
      .default("")
      .transform((text, { addIssue }) => {
        const roles = readRolesOfClaims(text);
        if (roles) return roles;
        addIssue({ code: "custom", message: "such as clerks=submitter,review-group=reviewer" });
        return z.NEVER;
      }),
    /** The claim that says in which unit somebody works. */
    NIANBAO_OIDC_UNIT_CLAIM: z.string().default("department"),
  })
  .check(({ value, issues }) => {
    const together = ["NIANBAO_OIDC_ISSUER", "NIANBAO_OIDC_CLIENT_ID", "NIANBAO_OIDC_CLIENT_SECRET"] as const;
    const missing = together.filter((name) => value[name] === undefined);
    if (missing.length === together.length) return;
    for (const name of missing) issues.push({ code: "custom", input: value, path: [name], message: "missing" });
  });

export const KitEnvSchema = z.object({
  NODE_ENV: AppEnvSchema.shape.NODE_ENV,
  NIANBAO_KIT: z.enum(["on", "off"]).default("off"),
});

export const LaunchEnvSchema = z.object({
  ...SealEnvSchema.shape,
  PORT: PortSchema.default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** The owner's login at a PostgreSQL server; without it the built-in one is used. */
  DATABASE_URL: ServerUrlSchema.optional(),
  /** The ordinary role's login at that server, where the owner may not create roles; otherwise one is made. */
  DATABASE_APP_URL: ServerUrlSchema.optional(),
  /** A replica of that server, from which published reports are read; without it the server is asked for them too. */
  DATABASE_READ_URL: ReplicaUrlSchema.optional(),
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
