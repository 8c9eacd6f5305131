/** What was typed, so that an error loses nothing. */
export type FormValues = Record<string, string | string[]>;

/** The texts of a form. Names ending in `[]` are lists; files and what the framework adds are left out. */
export function valuesOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue;
    if (!name.endsWith("[]")) {
      values[name] = value;
      continue;
    }
    const held = values[name];
    values[name] = [...(Array.isArray(held) ? held : []), value];
  }
  return values;
}

/** Passwords, codes and the like are not shown again. */
export function withoutSecrets({
  password: _password,
  current: _current,
  code: _code,
  proof: _proof,
  token: _token,
  robotAddress: _robotAddress,
  robotSecret: _robotSecret,
  ...kept
}: FormValues): FormValues {
  return kept;
}
