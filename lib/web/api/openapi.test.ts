import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { clientText } from "@/lib/web/api/client-text";
import { openApiDocument } from "@/lib/web/api/openapi";
import { OPERATIONS } from "@/lib/web/api/operations";

const about = { version: "1.0.0", origin: "https://nianbao.example" };

it("is what the kept client was made from: `npm run api:client` writes it anew", async () => {
  const kept = readFileSync(join(import.meta.dirname, "../../api-client/operations.ts"), "utf8");
  expect(kept).toBe(clientText(await openApiDocument("en", about)));
});

describe("the document of the interface", () => {
  it.each(LOCALES)("is valid OpenAPI 3.1 in %s", async (locale) => {
    const validator = new Validator();
    const result = await validator.validate(await openApiDocument(locale, about));
    expect(result).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
  });

  it("has every operation once, each with words, a success and what may be refused", async () => {
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
    expect(new Set(OPERATIONS.map(({ method, path }) => `${method} ${path}`)).size).toBe(OPERATIONS.length);
    for (const { path, params } of OPERATIONS) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(places.toSorted()).toEqual(Object.keys(params.shape).toSorted());
    }
  });
});
