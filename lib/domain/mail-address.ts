/** What became of a person's mail address. */
export const ADDRESS_CHANGES = ["entered", "changed", "removed"] as const;
export type AddressChange = (typeof ADDRESS_CHANGES)[number];

/** What a new address does to the one before; null where it is the same. */
export function addressChange(before: string | null, after: string | null): AddressChange | null {
  if (before === after) return null;
  if (before === null) return "entered";
  return after === null ? "removed" : "changed";
}
