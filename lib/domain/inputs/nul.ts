/** The character that PostgreSQL does not accept in a text. */
const NUL = "\0";

/** True of an input that holds it nowhere, however deep. */
export function isWithoutNul(input: unknown): boolean {
  if (typeof input === "string") return !input.includes(NUL);
  if (Array.isArray(input)) return input.every(isWithoutNul);
  if (typeof input !== "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]") {
    return true;
  }
  return Object.entries(input).every(([key, value]) => !key.includes(NUL) && isWithoutNul(value));
}

/** The fields of an input that hold it; `form` where the input has no fields. */
export function fieldsWithNul(input: unknown): string[] {
  if (isWithoutNul(input)) return [];
  if (typeof input !== "object" || input === null) return ["form"];
  return Object.entries(input).flatMap(([field, value]) => (isWithoutNul(value) ? [] : [field]));
}
