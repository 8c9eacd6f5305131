import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { TokenFormWords } from "@/components/connections/token-form";
import type { FormField } from "@/components/ui/form-input";
import { TOKEN_DAYS, type TokenScope } from "@/lib/domain/access-token";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { ProvesBy } from "@/lib/services/prove-again";

type TokenFields = {
  scopes: readonly TokenScope[];
  provesBy: ProvesBy;
  of?: Readonly<Record<string, string>>;
};

/** What a form asks that makes a token. */
export async function tokenFields({ scopes, provesBy, of = {} }: TokenFields): Promise<FormField[]> {
  const t = await getTranslations("connections.form");
  const common = await getTranslations("common.tokenScope");
  const offered = scopes.filter((scope) => scope !== "read");
  return [
    ...Object.entries({ requestId: randomUUID(), ...of }).map(
      ([name, value]): FormField => ({ kind: "hidden", name, value }),
    ),
    { kind: "text", name: "name", label: t("name"), hint: t("nameHint"), isRequired: true, limit: LIMIT.name },
    {
      kind: "checks",
      name: "scopes[]",
      label: t("scopes"),
      hint: t("scopesHint"),
      values: [],
      choices: offered.map((scope) => ({ value: scope, label: common(scope) })),
    },
    {
      kind: "select",
      name: "days",
      label: t("days"),
      value: "90",
      choices: TOKEN_DAYS.map((days) => ({ value: days, label: t("dayCount", { days }) })),
    },
    await proofField(provesBy),
  ];
}

/** What somebody shows anew before they make what outlasts their session: a code of the second step, or the password. */
export async function proofField(provesBy: ProvesBy): Promise<FormField> {
  const t = await getTranslations("connections.form");
  const isCode = provesBy === "code";
  return {
    kind: "text",
    name: "proof",
    label: t(isCode ? "proofCode" : "proofPassword"),
    hint: t(isCode ? "proofCodeHint" : "proofPasswordHint"),
    type: isCode ? "text" : "password",
    isSecret: true,
    isRequired: true,
    autoComplete: isCode ? "one-time-code" : "current-password",
    limit: LIMIT.password,
  };
}

export async function tokenFormWords(): Promise<TokenFormWords> {
  const t = await getTranslations("connections.form");
  return { label: t("tokenLabel"), copy: t("copy"), copied: t("copied"), madeBefore: t("madeBefore") };
}
