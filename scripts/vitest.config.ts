import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL("..", import.meta.url)) };
const outside = ["node_modules/**", ".next/**", "e2e/**"];

export default defineConfig({
  root: alias["@"],
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
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
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // What the machine sees: processes that start, are killed and end. They serve the production build.
        resolve: { alias },
        test: {
          name: "process",
          include: ["**/*.process.test.ts"],
          exclude: outside,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
