import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "@": fileURLToPath(new URL("..", import.meta.url)),
  // Outside of Next nothing is drawn for a browser.
  "server-only": fileURLToPath(new URL("../node_modules/server-only/empty.js", import.meta.url)),
};
const outside = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];

export default defineConfig({
  root: alias["@"],
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          // A machine that other work slows down needs its time.
          testTimeout: 60_000,
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...outside, "**/*.db.test.ts", "**/*.process.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: outside,
          globalSetup: ["db/testing/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // The same on tables in parts by district, as a cluster spreads them; each statement is looked at as well.
        resolve: { alias },
        test: {
          name: "partitioned",
          include: [
            "lib/services/**/*.db.test.ts",
            "db/{policies,forbidden-writes}.db.test.ts",
            "db/demo/**/*.db.test.ts",
          ],
          exclude: outside,
          globalSetup: ["db/testing/global-setup.ts"],
          setupFiles: ["db/testing/watch-statements.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // The same on the cluster of NIANBAO_TEST_CLUSTER, for `npm run test:distributed`.
        resolve: { alias },
        test: {
          name: "distributed",
          include: ["lib/services/**/*.db.test.ts", "db/policies.db.test.ts", "db/demo/**/*.db.test.ts"],
          exclude: outside,
          globalSetup: ["db/testing/cluster-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // What the machine sees: processes that start, are killed and end. They serve the production build.
        resolve: { alias },
        test: {
          name: "process",
          include: ["**/*.process.test.ts"],
          exclude: outside,
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
