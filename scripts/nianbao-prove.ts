import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { BackupProblem } from "@/db/backup/backup-problem";
import { connect } from "@/db/connect";
import { listKnownDistricts } from "@/db/known-districts";
import { FEWEST_SEAL_DIGITS, readSealDigits } from "@/lib/domain/proof";
import { sealDigits } from "@/lib/domain/receipt";
import { translatorOf } from "@/lib/i18n/translator";
import { checkProofFile, type Proven, proveEvent } from "@/lib/services/prove-event";
import type { Options } from "./nianbao-arguments";
import { saying } from "./nianbao-backup";
import { openServer } from "./nianbao-server";

/**
 * Writes a file that shows of one event that it is in the sealed history; or, with `--verify`, checks such a file against
 * a seal without any database. Exit codes: 0 proven, 1 not proven, 2 could not be done.
 */
export async function prove(options: Options): Promise<number> {
  const t = await translatorOf(options.locale, "proof");
  const digits = options.seal === undefined ? null : readSealDigits(options.seal);
  if ((options.seal !== undefined || options.isTrial) && digits === null) {
    console.error(t("command.seal_unclear", { digits: FEWEST_SEAL_DIGITS }));
    return 2;
  }
  if (options.isTrial) return check(options, digits ?? "");
  let isProven = false;
  const code = await saying(options, async () => {
    isProven = await writeProof(options, digits);
  });
  return code === 0 && !isProven ? 1 : code;
}

async function check({ files, locale }: Options, digits: string): Promise<number> {
  const t = await translatorOf(locale, "proof");
  const [path = ""] = files;
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    console.error(t("command.no_file", { path }));
    return 2;
  }
  const checked = checkProofFile(text, digits);
  if (!checked.ok) {
    console.log(t(`fault.${checked.fault}`));
    return 1;
  }
  const { event, seal, district } = checked;
  const about = { district, seal: sealDigits(seal.hash), number: seal.number, sealedAt: seal.sealedAt.toISOString() };
  console.log(t("command.holds", about));
  console.log(t("command.event", { at: event.at.toISOString(), actor: event.actorName, type: event.event.type }));
  console.log(JSON.stringify(event.event.data));
  return 0;
}

async function writeProof(options: Options, digits: string | null): Promise<boolean> {
  const t = await translatorOf(options.locale, "proof");
  const [event = ""] = options.files;
  const server = await openServer();
  if (!server) throw new BackupProblem("no_database");
  const { db, close } = connect(server.ownerUrl, { max: 1 });
  try {
    const reasons = new Set<Extract<Proven, { ok: false }>["reason"]>();
    for (const { id: districtId, name: district } of await listKnownDistricts(db)) {
      const proven = await db.transaction((tx) => proveEvent(tx, { districtId, district, event, sealDigits: digits }), {
        isolationLevel: "repeatable read",
        accessMode: "read only",
      });
      if (!proven.ok) {
        reasons.add(proven.reason);
        continue;
      }
      const path = resolve(options.out ?? `${event}.proof.json`);
      writeFileSync(path, `${JSON.stringify(proven.proof, null, 2)}\n`, { flag: "wx" });
      console.log(t("command.written", { path, district, seal: sealDigits(proven.sealHash) }));
      return true;
    }
    const reason =
      (["not_sealed", "no_event", "no_seal"] as const).find((candidate) => reasons.has(candidate)) ?? "no_event";
    console.error(t(`command.${reason}`, { event }));
    return false;
  } finally {
    await close();
    await server.stop();
  }
}
