/** The character that PostgreSQL does not accept in a text; half a character of two is none either. */
const NUL = "\0";
const isText = (text: string): boolean => !text.includes(NUL) && text.isWellFormed();

/** True of an input that holds neither anywhere, however deep. */
export function isWithoutNul(input: unknown): boolean {
  if (typeof input === "string") return isText(input);
  if (Array.isArray(input)) return input.every(isWithoutNul);
  if (typeof input !== "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]") {
    return true;
  }
  return Object.entries(input).every(([key, value]) => isText(key) && isWithoutNul(value));
}

/** The fields of an input that hold one of them; `form` where the input has no fields. */
export function fieldsWithNul(input: unknown): string[] {
  if (isWithoutNul(input)) return [];
  if (typeof input !== "object" || input === null) return ["form"];
  return Object.entries(input).flatMap(([field, value]) => (isWithoutNul(value) ? [] : [field]));
}
