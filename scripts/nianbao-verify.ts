import { connect, type Db } from "@/db/connect";
import { type KnownDistrict, listKnownDistricts } from "@/db/known-districts";
import { listSeals } from "@/db/queries/seals";
import { FEWEST_SEAL_DIGITS, readSealDigits } from "@/lib/domain/proof";
import { verifyHistory } from "@/lib/services/verify-history";
import type { Options } from "./nianbao-arguments";
import { openServer } from "./nianbao-server";

/**
 * Holds everything that a database has of every district against its history and its seals. As the owner, whom no
 * policy holds back: no superuser is needed and no password of the app.
 */
export async function verify({ translate, seal }: Options): Promise<number> {
  const expectedSeal = seal === undefined ? undefined : readSealDigits(seal);
  if (expectedSeal === null) {
    console.error(translate("command.seal_unclear", { digits: FEWEST_SEAL_DIGITS }));
    return 2;
  }
  const server = await openServer();
  if (!server) {
    console.error(translate("command.no_database"));
    return 2;
  }
  const { db, close } = connect(server.ownerUrl, { max: 1 });
  try {
    const districts = await listKnownDistricts(db);
    if (districts.length === 0) console.log(translate("command.no_history"));
    let exitCode = 0;
    for (const district of districts) {
      if (!(await verifyDistrict(db, district, translate))) exitCode = 1;
    }
    if (expectedSeal === undefined) return exitCode;
    return (await findSeal(db, districts, expectedSeal, translate)) ? exitCode : 1;
  } finally {
    await close();
    await server.stop();
  }
}

/** One snapshot: people may go on working meanwhile. */
async function verifyDistrict(db: Db, { id, name }: KnownDistrict, translate: Options["translate"]): Promise<boolean> {
  const found = await db.transaction((tx) => verifyHistory(tx, { districtId: id }), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
  const { seals, holdsUpToEventId, unsealed, fault } = found;
  const key = found.isIntact ? "command.history_holds" : "command.history_broken";
  console.log(translate(key, { name, seals, event: holdsUpToEventId, unsealed }));
  if (fault)
    console.log(translate("command.fault_row", { row: fault.row, what: translate(`command.fault.${fault.kind}`) }));
  return found.isIntact;
}

async function findSeal(
  db: Db,
  districts: readonly KnownDistrict[],
  wanted: string,
  translate: Options["translate"],
): Promise<boolean> {
  for (const { id, name } of districts) {
    const seal = (await listSeals(db, { districtId: id })).find(({ hash }) => hash.startsWith(wanted));
    if (!seal) continue;
    console.log(
      translate("command.seal_found", { name, seal: wanted, number: seal.number, at: seal.sealedAt.toISOString() }),
    );
    return true;
  }
  console.log(translate("command.seal_not_found", { seal: wanted }));
  return false;
}
