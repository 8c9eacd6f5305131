import { defineConfig } from "@playwright/test";
import { CLIENT } from "../lib/single-sign-on/testing/client";
import { findChromium } from "./find-chromium";

/**
 * The app with its demonstration, two that nobody has set up, and two demonstrations that a journey each takes to its end;
 * each on a data folder of its own.
 */
const DEMONSTRATION_PORT = Number(process.env.E2E_PORT ?? 4610);
const EMPTY_PORT = DEMONSTRATION_PORT + 1;
const CONTRADICTION_PORT = DEMONSTRATION_PORT + 2;
const PUBLISHED_PORT = DEMONSTRATION_PORT + 3;
const ADMINISTRATION_PORT = DEMONSTRATION_PORT + 4;

/** Where the journeys about mail run a server of their own. */
export const MAIL_PORT = DEMONSTRATION_PORT + 9;
/** Where the journeys about single sign-on run a provider of their own. */
export const PROVIDER_PORT = DEMONSTRATION_PORT + 8;
const SSO = {
  NIANBAO_OIDC_ISSUER: `http://127.0.0.1:${PROVIDER_PORT}`,
  NIANBAO_OIDC_CLIENT_ID: CLIENT.id,
  NIANBAO_OIDC_CLIENT_SECRET: CLIENT.secret,
  NIANBAO_OIDC_LABEL: "统一身份认证",
  NIANBAO_OIDC_SECOND_FACTOR: "mfa",
};
const MAIL = { NIANBAO_SMTP_URL: `smtp://127.0.0.1:${MAIL_PORT}`, NIANBAO_MAIL_FROM: "年报汇 <nianbao@example.cn>" };

const server = (port: number, options: string, processes?: number, more: Record<string, string> = {}) => ({
  command: `exec node --import tsx e2e/start-fresh.ts ${options}`,
  cwd: "..",
  env: {
    PORT: String(port),
    HOST: "127.0.0.1",
    NEXTAUTH_URL: `http://localhost:${port}`,
    DATABASE_URL: "",
    NIANBAO_KIT: "on",
    // One of the apps runs as an operator's would; the others leave the machine's cores to it and to the browsers, and
    // do not back up and restore in the midst of the journeys.
    ...(processes ? { NIANBAO_PROCESSES: String(processes), NIANBAO_BACKUP_KEEP: "0" } : {}),
    ...more,
  },
  url: `http://localhost:${port}/api/health/ready`,
  timeout: 600_000,
  reuseExistingServer: false,
  stdout: "ignore" as const,
  gracefulShutdown: { signal: "SIGTERM" as const, timeout: 20_000 },
});

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  forbidOnly: true,
  fullyParallel: false,
  workers: 2,
  // A machine that other work slows down needs its time; an assertion that holds does not wait for it.
  timeout: 600_000,
  retries: 1,
  expect: { timeout: 60_000 },
  use: {
    baseURL: `http://localhost:${DEMONSTRATION_PORT}`,
    // What is not there to be pressed is said soon, and not when the whole journey's time is over.
    actionTimeout: 120_000,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    screenshot: "only-on-failure",
    // Recording each action of each page is most of the work of a run; a journey that failed is recorded when it is tried again.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: findChromium() ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
    },
  },
  projects: [
    {
      name: "demonstration",
      testIgnore: [
        "**/{empty,published}-*.spec.ts",
        "**/{contradiction,three-requests,grid,invitation,sign-in,administration,long-texts,whole-year,ledger,line-loss}.spec.ts",
      ],
    },
    {
      name: "empty",
      testMatch: "**/empty-*.spec.ts",
      use: { baseURL: `http://localhost:${EMPTY_PORT}` },
    },
    {
      name: "contradiction",
      testMatch: "**/{contradiction,three-requests,grid,invitation,sign-in}.spec.ts",
      use: { baseURL: `http://localhost:${CONTRADICTION_PORT}` },
    },
    {
      name: "administration",
      testMatch: "**/administration.spec.ts",
      use: { baseURL: `http://localhost:${ADMINISTRATION_PORT}` },
    },
    {
      name: "published",
      testMatch: "**/published-*.spec.ts",
      use: { baseURL: `http://localhost:${PUBLISHED_PORT}` },
    },
    {
      // Each starts an app of its own: for its clock, for a state that others would change, or to stop it.
      name: "own-app",
      testMatch: "**/{whole-year,ledger,line-loss}.spec.ts",
    },
    {
      // In the year that the journey of `published` has brought to its end.
      name: "long-texts",
      testMatch: "**/long-texts.spec.ts",
      dependencies: ["published"],
      use: { baseURL: `http://localhost:${PUBLISHED_PORT}` },
    },
  ],
  webServer: [
    server(DEMONSTRATION_PORT, ""),
    server(EMPTY_PORT, "--empty", 1),
    server(CONTRADICTION_PORT, "", 1, { ...MAIL, ...SSO }),
    server(PUBLISHED_PORT, "", 1),
    server(ADMINISTRATION_PORT, "--empty", 1),
  ],
});
