import { createHmac, scrypt } from "node:crypto";
import { z } from "zod";
import { BackupProblem } from "./backup-problem";

/** The first line of a backup file. */
export const MAGIC = "NIANBAO-BACKUP";

export const FILE_FORMAT = 1;

/** 128 MB and a third of a second for each guess at a passphrase. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

const SHORTEST_PASSPHRASE = 12;

const HeaderSchema = z.object({
  format: z.number().int(),
  encryption: z.enum(["none", "scrypt-aes-256-gcm"]),
  /** Only with encryption: the salt of the key, and what tells a wrong passphrase from an altered file. */
  salt: z.base64().optional(),
  check: z.base64().optional(),
});

export type Header = z.output<typeof HeaderSchema>;

/** Reads the second line, which says how what follows is encrypted. */
export function readHeader(lines: Buffer): Header {
  try {
    return HeaderSchema.parse(JSON.parse(lines.toString("utf8").slice(MAGIC.length + 1)));
  } catch {
    throw new BackupProblem("altered");
  }
}

export async function keyOf(header: Header, passphrase: string | null): Promise<Buffer | null> {
  if (header.format > FILE_FORMAT) throw new BackupProblem("newer_format");
  if (header.format !== FILE_FORMAT) throw new BackupProblem("altered");
  if (header.encryption === "none") return null;
  if (header.salt === undefined) throw new BackupProblem("altered");
  if (passphrase === null) throw new BackupProblem("passphrase_needed");
  const key = await deriveKey(passphrase, Buffer.from(header.salt, "base64"));
  if (checkOf(key) !== header.check) throw new BackupProblem("passphrase_wrong");
  return key;
}

export function deriveKey(passphrase: string, salt: Buffer): Promise<Buffer> {
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    throw new BackupProblem("passphrase_short", { least: String(SHORTEST_PASSPHRASE) });
  }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize("NFC"), salt, 32, SCRYPT, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

export function checkOf(key: Buffer): string {
  return createHmac("sha256", key)
    .update("nianbao backup: is this the passphrase")
    .digest()
    .subarray(0, 9)
    .toString("base64");
}
