/** The sixteen hexadecimal digits in their printed groups, "7F3A 91C2 0D5E 4B68"; null when it is no such code. */
export function readVerificationCode(typed: string): string | null {
  const digits = typed
    .normalize("NFKC")
    .replace(/[\s\-·]+/g, "")
    .toUpperCase();
  return /^[0-9A-F]{16}$/.test(digits) ? (digits.match(/.{4}/g) ?? []).join(" ") : null;
}
