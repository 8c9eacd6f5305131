import { createHmac, hkdfSync, randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { encode } from "uqr";
import { type QrDrawing, RECOVERY_CODE_COUNT, STEP_SECONDS, STEPS_BESIDE } from "@/lib/domain/second-factor";

const SECRET_BYTES = 20;
const KEY_BYTES = 32;
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const QUIET_EDGE = 4;

const totpOf = (secret: string, account: string): TOTP =>
  new TOTP({ issuer: "年报汇", label: account, secret: Secret.fromBase32(secret), digits: 6, period: STEP_SECONDS });

/** What makes the codes of a new device, in Base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The code that the device shows at `now`. */
export function totpCode(secret: string, now: Date): string {
  return totpOf(secret, "").generate({ timestamp: now.getTime() });
}

/** The half minute, counted from 1970, to which a code belongs; null for a code of no half minute near `now`. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const beside = totpOf(secret, "").validate({ token: code, timestamp: now.getTime(), window: STEPS_BESIDE });
  return beside === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + beside;
}

/** What a device's camera reads to show the codes of this account. */
export function drawTotpQr(secret: string, account: string): QrDrawing {
  const { size, data } = encode(totpOf(secret, account).toString(), { border: QUIET_EDGE });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { size, path };
}

/** Codes to be kept on paper, in two groups of four. */
export function newRecoveryCodes(): string[] {
  const code = () => Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)] ?? "2").join("");
  return Array.from({ length: RECOVERY_CODE_COUNT }, () => code().replace(/^(.{4})/, "$1-"));
}

/** What is kept of such a code: a hash that nobody makes without the app's secret. */
export function recoveryDigest(code: string, of: { userId: string; appSecret: string }): string {
  const key = Buffer.from(hkdfSync("sha256", of.appSecret, "", "nianbao recovery codes", KEY_BYTES));
  return createHmac("sha256", key)
    .update(`${of.userId} ${code.replaceAll("-", "")}`)
    .digest("base64url");
}
