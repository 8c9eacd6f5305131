import type { Db } from "@/db/connect";
import { findEventOfReceipt, listRawEventsAfter } from "@/db/queries/sealed-events";
import { listSeals } from "@/db/queries/seals";
import { pathOf } from "@/lib/domain/merkle";
import { type CheckedProof, checkProof, type Proof } from "@/lib/domain/proof";
import { sealHash, treeHash } from "@/lib/services/hash";
import { lineOf } from "@/lib/services/seal-history";

const BATCH = 2000;

export type Proven =
  | { ok: true; proof: Proof; sealHash: string }
  /** `no_event`: no such receipt or number; `no_seal`: no such seal; `not_sealed`: no seal that has a tree reaches it. */
  | { ok: false; reason: "no_event" | "no_seal" | "not_sealed" };

/**
 * The proof that an event is in the history that a seal holds: of the newest seal, or of the one with these digits. The
 * event is named by the receipt of a submission or by its number in the history. The transaction sees the whole district.
 */
export async function proveEvent(
  tx: Db,
  params: { districtId: string; district: string; event: string; sealDigits: string | null },
): Promise<Proven> {
  const { districtId, district, event, sealDigits } = params;
  const number = /^\d+$/.test(event) ? Number(event) : await findEventOfReceipt(tx, { districtId, receipt: event });
  const seals = await listSeals(tx, { districtId });
  const index = seals.findLastIndex(({ hash, tree }) => (sealDigits ? hash.startsWith(sealDigits) : tree !== null));
  const seal = seals[index];
  if (sealDigits && !seal) return { ok: false, reason: "no_seal" };
  if (number === null || number < 1) return { ok: false, reason: "no_event" };
  if (!seal?.tree || number > seal.tree.size) return { ok: false, reason: "not_sealed" };

  const { algorithm, size } = seal.tree;
  const hash = treeHash(algorithm);
  const leaves: string[] = [];
  let line: string | null = null;
  while (leaves.length < size) {
    const limit = Math.min(BATCH, size - leaves.length);
    const batch = await listRawEventsAfter(tx, { districtId, afterNumber: leaves.length, limit });
    if (batch.length === 0) return { ok: false, reason: "no_event" };
    for (const raw of batch) {
      if (raw.number === number) line = lineOf(raw);
      leaves.push(hash.leaf(lineOf(raw)));
    }
  }
  if (line === null) return { ok: false, reason: "no_event" };
  const { number: sealNumber, upToEventId, eventCount } = seal;
  const proof: Proof = {
    schema: "nianbao.proof/1",
    district,
    event: line,
    index: number - 1,
    path: pathOf(leaves, number - 1, hash),
    seal: {
      ...{ districtId, number: sealNumber, upToEventId, eventCount, algorithm, size },
      previous: seals[index - 1]?.hash ?? "",
      sealedAt: seal.sealedAt.toISOString(),
    },
  };
  return { ok: true, proof, sealHash: seal.hash };
}

/** Whether a proof file leads to the seal with these digits; needs no database. */
export function checkProofFile(text: string, digits: string): CheckedProof {
  return checkProof(text, digits, { tree: treeHash, seal: sealHash });
}
