import { prepareAppRole, settleAppRole } from "@/db/app-role";
import { migrate } from "@/db/migrate";
import { partitionTables } from "./partition-tables";

/** Migrates a throw-away database, `isPartitioned` with its tables in parts, and gives the URL that the app would log in with. */
export async function openAppLogin(ownerUrl: string, options: { isPartitioned?: boolean } = {}): Promise<string> {
  const login = await prepareAppRole({ ownerUrl, password: "only-for-tests", ours: true });
  if ("problem" in login) throw new Error(login.problem.en);
  await migrate(ownerUrl, { appRole: login.role });
  if (options.isPartitioned) await partitionTables(ownerUrl);
  await settleAppRole(login);
  return login.url;
}
