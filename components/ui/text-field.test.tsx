import { globSync, readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { TextareaField, TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/i18n/locale";
import { pickMessages } from "@/lib/i18n/messages";

const MESSAGES = { "zh-CN": await pickMessages("zh-CN", ["common"]), en: await pickMessages("en", ["common"]) };

function draw(field: React.ReactNode, locale: Locale = "zh-CN"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="Asia/Shanghai" messages={MESSAGES[locale]}>
      {field}
    </NextIntlClientProvider>,
  );
}

describe("a text with a limit", () => {
  it("keeps what is longer, says by how much, and what to do", () => {
    const long = "长".repeat(203);
    const drawn = draw(<TextField id="name" label="名称" limit={200} defaultValue={long} />);
    expect(drawn).toContain(`value="${long}"`);
    expect(drawn).not.toMatch(/maxlength/i);
    expect(drawn).toContain("已写 203 字，这里最多 200 字。请删去 3 字");
    expect(drawn).toContain('aria-invalid="true"');
    expect(drawn).toContain('aria-describedby="name-limit"');
  });

  it("counts before anybody has typed only where the end is near", () => {
    const near = draw(<TextareaField id="reason" label="Reason" limit={10} value="123456789 " readOnly />, "en");
    expect(near).toContain("10 of 10 characters");
    expect(draw(<TextareaField id="reason" label="Reason" limit={10} value="12345" readOnly />, "en")).not.toContain(
      " of ",
    );
  });

  it("is an ordinary field without one, wherever it stands", () => {
    expect(renderToStaticMarkup(<TextField id="name" label="名称" defaultValue="x" />)).not.toContain("limit");
  });

  it("is never an attribute that cuts what is typed or pasted, in any field of the product", () => {
    const fields = globSync(["app/**/*.tsx", "components/**/*.tsx"]).filter((path) => !path.endsWith(".test.tsx"));
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.filter((path) => /maxLength(=|:)/i.test(readFileSync(path, "utf8")))).toEqual([]);
  });
});
