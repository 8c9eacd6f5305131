import { distribute as distributeTables } from "@/db/distribute";
import { keepSecret } from "@/db/embedded-secret";

import { launchEnv } from "@/lib/env";
import type { Options } from "./nianbao-arguments";
import { openServer } from "./nianbao-server";
import { findAppLogin } from "./start-database";

/** Spreads the tables of the database that `npm start` uses over the machines of its Citus cluster. */
export async function distribute({ translate }: Options): Promise<number> {
  const server = await openServer();
  if (!server) {
    console.error(translate("command.no_database"));
    return 2;
  }
  try {
    const { DATABASE_URL, DATABASE_APP_URL, dataDir, NEXTAUTH_SECRET } = launchEnv();
    const secret = NEXTAUTH_SECRET ?? (await keepSecret(dataDir, "nextauth-secret"));
    const login = { serverUrl: DATABASE_URL, appServerUrl: DATABASE_APP_URL, dataDir, secret };
    const { role } = await findAppLogin(server.ownerUrl, login);
    const problem = await distributeTables(server.ownerUrl, {
      appRole: role,
      tell: (step) => console.log(translate(`command.distribute.${step.kind}`, step)),
    });
    if (!problem) return 0;
    const obstacles = problem.kind === "schema" ? problem.obstacles.join("\n") : "";
    console.error(translate(`command.distribute.${problem.kind}`, { obstacles }));
    return 2;
  } finally {
    await server.stop();
  }
}
