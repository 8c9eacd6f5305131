import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Collections of sentences that take longer than all other tests of the rules together. */
const LONG = ["phrasings", "blind-sets", "clerk-sentences"].map((name) => `lib/domain/check/narrative/${name}.test.ts`);

/** The tests that are repeated for every change of a rule: those of the rules and of the formats. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("../..", import.meta.url)) } },
  test: {
    include: process.env.NIANBAO_MUTATION_TESTS?.split(",") ?? ["lib/domain/**/*.test.ts", "lib/formats/**/*.test.ts"],
    exclude: LONG,
    testTimeout: 300_000,
  },
});
