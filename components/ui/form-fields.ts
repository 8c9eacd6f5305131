import type { FormField } from "@/components/ui/form-input";
import { LIMIT, PASSWORD_MINIMUM } from "@/lib/domain/inputs/limits";

type Words = { label: string; hint?: string };

/** What a person, a unit or a district is called. */
export function nameField({ name = "name", ...rest }: Words & { name?: string; value?: string }): FormField {
  return { kind: "text", name, isRequired: true, limit: LIMIT.name, ...rest };
}

/** A day that has to be given. */
export function dayField(field: Words & { name: string; value?: string }): FormField {
  return { kind: "text", type: "date", isRequired: true, ...field };
}

/** Why something is done that others will ask about. */
export function reasonField(words: Words): FormField {
  return { kind: "textarea", name: "reason", isRequired: true, limit: LIMIT.reason, ...words };
}

/** The password that somebody signs in with from now on. */
export function newPasswordField(words: Words): FormField {
  return {
    kind: "text",
    name: "password",
    type: "password",
    isSecret: true,
    isRequired: true,
    autoComplete: "new-password",
    minLength: PASSWORD_MINIMUM,
    limit: LIMIT.password,
    ...words,
  };
}
