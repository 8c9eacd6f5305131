/** What a report is found by: its printed code, and the whole hash where that was typed. */
export type VerificationMark = { code: string; hash: string | null };

/**
 * Reads a printed code of sixteen hexadecimal digits into its groups, "7F3A 91C2 0D5E 4B68", or the whole hash of 64
 * that pages and files print beside it, whose first sixteen digits are the code; null when it is neither.
 */
export function readVerificationMark(typed: string): VerificationMark | null {
  const digits = typed
    .normalize("NFKC")
    .replace(/[\s\-·]+/g, "")
    .toUpperCase();
  if (!/^(?:[0-9A-F]{16}|[0-9A-F]{64})$/.test(digits)) return null;
  return { code: codeOfHash(digits), hash: digits.length === 64 ? digits.toLowerCase() : null };
}

/** The code printed for a document: the first sixteen digits of its hash in groups of four. */
export function codeOfHash(hash: string): string {
  return (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(" ");
}
