/**
 * A name as it looks to a reader: full and half width are one, and what takes no room or only makes room does not count.
 * Two units or two accounts that fold to the same may not stand beside each other.
 */
export function foldName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{White_Space}]/gu, "")
    .toLowerCase();
}
