import { describe, expect, it } from "vitest";
import { RECOVERY_CODE_COUNT } from "@/lib/domain/second-factor";
import { drawTotpQr, newRecoveryCodes, newTotpSecret, recoveryDigest, stepOfCode, totpCode } from "@/lib/services/totp";

/** The secret of RFC 6238, appendix B: "12345678901234567890". */
const RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

describe("codes of a device", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [20_000_000_000, "353130"],
  ])("are those of RFC 6238 at %s", (seconds, code) => {
    expect(totpCode(RFC_SECRET, at(seconds))).toBe(code);
    expect(stepOfCode(RFC_SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it("hold half a minute, and the clock may be half a minute off, to the second", () => {
    const secret = newTotpSecret();
    // The half minute from 1800 to 1829.
    const code = totpCode(secret, at(1_800));
    expect(totpCode(secret, at(1_829))).toBe(code);
    const accepted = [1_769, 1_770, 1_799, 1_800, 1_829, 1_830, 1_859, 1_860].map((seconds) =>
      stepOfCode(secret, code, at(seconds)),
    );
    expect(accepted).toEqual([null, 60, 60, 60, 60, 60, 60, null]);
  });

  it("refuse what is no code", () => {
    for (const code of ["", "12345", "1234567", "abcdef"]) expect(stepOfCode(RFC_SECRET, code, at(59))).toBeNull();
  });

  it("are given to the device by a code that is drawn with its quiet edge", () => {
    const { size, path } = drawTotpQr(RFC_SECRET, "财政局填报人");
    expect(size).toBeGreaterThan(29);
    expect(path).toMatch(/^(?:M\d+ \d+h1v1h-1z)+$/);
    const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...places)).toBe(4);
    expect(Math.max(...places)).toBe(size - 5);
  });
});

describe("recovery codes", () => {
  it("are different each time, and kept as hashes of one person by one secret", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(RECOVERY_CODE_COUNT);
    const [code = ""] = codes;
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const of = { userId: "u", appSecret: "s" };
    expect(recoveryDigest(code, of)).toBe(recoveryDigest(code.replace("-", ""), of));
    expect(recoveryDigest(code, { ...of, userId: "v" })).not.toBe(recoveryDigest(code, of));
    expect(recoveryDigest(code, { ...of, appSecret: "t" })).not.toBe(recoveryDigest(code, of));
  });
});
