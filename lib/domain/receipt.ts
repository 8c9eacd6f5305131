/** The digits of a seal that a receipt prints: enough to find it again, few enough to be copied by hand. */
export function sealDigits(hash: string): string {
  return hash.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ");
}

/**
 * The number on a receipt: year, unit's place in the list, version and four signs of the content's hash, as in
 * "19-02-01-7K4M". Letters that look like digits are left out.
 */
export function receiptNumber(params: { year: number; position: number; version: number; hash: string }): string {
  const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const value = Number.parseInt(params.hash.slice(0, 5), 16);
  const check = [15, 10, 5, 0].map((shift) => signs[(value >> shift) & 31] ?? "0").join("");
  const two = (number: number) => String(number % 100).padStart(2, "0");
  return `${two(params.year)}-${two(params.position)}-${two(params.version)}-${check}`;
}
