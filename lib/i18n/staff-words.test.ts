import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/domain/access";
import { LANGUAGES } from "@/lib/domain/language";
import { KIND_WORDS, ROLE_WORDS } from "@/lib/domain/staff-table/staff-columns";
import enAdmin from "@/lib/i18n/messages/en/admin.json";
import enCommon from "@/lib/i18n/messages/en/common.json";
import zhAdmin from "@/lib/i18n/messages/zh-CN/admin.json";
import zhCommon from "@/lib/i18n/messages/zh-CN/common.json";

const MESSAGES = {
  "zh-CN": { role: zhCommon.role, kinds: zhAdmin.units.kinds },
  en: { role: enCommon.role, kinds: enAdmin.units.kinds },
};

describe("the words of saved lists", () => {
  it.each(LANGUAGES)("are those of the pages in %s", (language) => {
    const { role, kinds } = MESSAGES[language];
    expect(Object.fromEntries(ROLES.map((name) => [name, ROLE_WORDS[name][language]]))).toEqual(role);
    expect(Object.fromEntries(Object.entries(KIND_WORDS).map(([kind, words]) => [kind, words[language]]))).toEqual(
      kinds,
    );
  });
});
