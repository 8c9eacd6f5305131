import type { TestProject } from "vitest/node";
import { distribute } from "@/db/distribute";
import { openAppLogin } from "./app-login";

/** An empty database of a Citus cluster whose address is a setting, brought up to date and spread over its machines. */
export default async function setup({ provide }: TestProject): Promise<void> {
  const ownerUrl = process.env.NIANBAO_TEST_CLUSTER ?? "";
  const appUrl = await openAppLogin(ownerUrl);
  const appRole = new URL(appUrl).username;
  const problem = await distribute(ownerUrl, { appRole, tell: () => undefined });
  if (problem) throw new Error(`the tables were not spread: ${JSON.stringify(problem)}`);
  provide("ownerUrl", ownerUrl);
  provide("appUrl", appUrl);
}
