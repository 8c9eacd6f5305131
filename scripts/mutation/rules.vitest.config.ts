import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests that are repeated for every change of a rule: those of the rules and of the formats. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("../..", import.meta.url)) } },
  test: { include: ["lib/domain/**/*.test.ts", "lib/formats/**/*.test.ts"], testTimeout: 60_000 },
});
