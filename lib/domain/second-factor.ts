/** How many codes on paper there are, each good once. */
export const RECOVERY_CODE_COUNT = 10;
/** A code of the device holds half a minute; a clock may be that much before or behind. */
export const STEP_SECONDS = 30;
export const STEPS_BESIDE = 1;
/** How long somebody who has given the password may take for the second step. */
export const PENDING_SECONDS = 10 * 60;

/** How somebody stands with the second step of signing in. */
export type SecondFactorStanding =
  | { state: "none" }
  | { state: "pending"; key: string; qr: QrDrawing }
  | { state: "confirmed"; since: Date; recoveryCodesLeft: number };

/** A QR code to be drawn: `path` in a square of `size` units, its quiet edge included. */
export type QrDrawing = { size: number; path: string };

/** What somebody typed: the six digits of a device, or else a code on paper. */
export function readSecondCode(typed: string): { kind: "device" | "paper"; code: string } {
  const code = typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  return { kind: /^\d{6}$/.test(code) ? "device" : "paper", code };
}
