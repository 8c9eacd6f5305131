import { connect } from "@/db/connect";
import { listKnownDistricts } from "@/db/known-districts";
import { listConfirmedRuleSettings } from "@/db/queries/rule-settings";
import type { RuleInForce } from "@/lib/domain/check/finding";
import { rulesInForce } from "@/lib/domain/rule-setting";
import type { Options } from "./nianbao-arguments";
import { openServer } from "./nianbao-server";

/**
 * What the office of a district has decided of rules in the installation, as its own pages apply it: confirmed by a second
 * person, its day come, about the rule as it is now. Null, with a sentence on standard error, where there is no such
 * district or no database.
 */
export async function readSettingsOfOffice({ translate }: Options, district: string): Promise<RuleInForce[] | null> {
  const server = await openServer();
  if (!server) {
    console.error(translate("command.no_database"));
    return null;
  }
  const { db, close } = connect(server.ownerUrl, { max: 1 });
  try {
    const districts = await listKnownDistricts(db);
    // Of two districts with one name neither is meant: the id says which.
    const named = districts.filter(({ id, name }) => id === district || name === district);
    const [found] = named;
    if (found && named.length === 1) return rulesInForce(await listConfirmedRuleSettings(db, { districtId: found.id }));
    const names = districts.map(({ id, name }) => (named.length > 1 ? `${name} (${id})` : name));
    console.error(translate("command.district_unknown", { district, count: names.length, names: names.join("、") }));
    return null;
  } finally {
    await close();
    await server.stop();
  }
}
