import { prepareAppRole, settleAppRole } from "@/db/app-role";
import { migrate } from "@/db/migrate";

/** Migrates a throw-away database and gives the URL that the app would log in with. */
export async function openAppLogin(ownerUrl: string): Promise<string> {
  const login = await prepareAppRole({ ownerUrl, password: "only-for-tests", ours: true });
  if ("problem" in login) throw new Error(login.problem.en);
  await migrate(ownerUrl, { appRole: login.role });
  await settleAppRole(login);
  return login.url;
}
