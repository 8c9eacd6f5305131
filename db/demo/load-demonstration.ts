import { connect } from "@/db/connect";
import { DEMONSTRATION_PEOPLE, readDemonstrationDistrict } from "@/db/demo/district";
import { loadPublishedDistrict } from "@/db/demo/published-district";
import { loadWorkingDistrict } from "@/db/demo/working-district";
import { isSetUp, lockSetUp } from "@/db/queries/sign-in";
import { hashPassword } from "@/lib/services/password";

/** Everybody's password in the demonstration; it is printed at the start and in the README. */
export const DEMONSTRATION_PASSWORD = "nianbao-demo";

/** Who can sign in, for the list that the start prints. */
export const DEMONSTRATION_ACCOUNTS: readonly { account: string; name: string; role: string; unit: string }[] = (() => {
  const names = new Map(readDemonstrationDistrict().departments.map((unit) => [unit.id, unit.name]));
  return DEMONSTRATION_PEOPLE.map(({ unit, role, title }) => {
    const name = names.get(unit) ?? unit;
    return { account: `${name}${title}`, name: `${name}${title}`, role, unit: name };
  });
})();

/**
 * Loads the demonstration year: a district of eight units in the midst of its work, and a second one with three
 * published years. All in one transaction: a kill leaves nothing behind, and a second call, from another machine
 * too, waits and does nothing.
 */
export async function loadDemonstration(params: {
  appUrl: string;
  now: Date;
  say: (line: string) => void;
}): Promise<void> {
  const { db, close } = connect(params.appUrl, { max: 1 });
  try {
    await db.transaction(async (tx) => {
      await lockSetUp(tx);
      if (await isSetUp(tx)) return;
      const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
      await loadWorkingDistrict(tx, { now: params.now, passwordHash, isFinished: false });
      await loadPublishedDistrict(tx, { now: params.now, passwordHash });
    });
  } finally {
    await close();
  }
}
