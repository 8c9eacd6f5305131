import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests that are repeated for every change of a service: they run on a PostgreSQL of their own. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("../..", import.meta.url)) } },
  test: {
    include: process.env.NIANBAO_MUTATION_TESTS?.split(",") ?? ["lib/services/**/*.test.ts"],
    globalSetup: ["db/testing/global-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
