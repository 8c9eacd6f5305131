import { z } from "zod";
import { canonicalJson } from "@/lib/domain/canonical";
import { EventSchema, type StoredEvent } from "@/lib/domain/events";
import { rootByPath, type TreeHash } from "@/lib/domain/merkle";
import { SEAL_ALGORITHMS, type SealAlgorithm, sealedText } from "@/lib/domain/seal";

const HashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const CountSchema = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
/** A proof is a few kilobytes, with the text of its event; a long text in an event is what makes it larger. */
export const MOST_PROOF_BYTES = 1024 * 1024;
/** A tree of that many levels has more leaves than there will ever be events. */
const MOST_LEVELS = 60;

/** A file that shows, with a seal that was printed and nothing else, that an event is in the sealed history. */
export const ProofSchema = z.object({
  schema: z.literal("nianbao.proof/1"),
  district: z.string().max(200),
  /** The event's own text, as it was hashed. */
  event: z.string().max(500_000),
  /** Its place among all events of the district, from zero. */
  index: CountSchema,
  path: z.array(HashSchema).max(MOST_LEVELS),
  seal: z.object({
    districtId: z.uuid(),
    number: CountSchema,
    previous: z.union([HashSchema, z.literal("")]),
    upToEventId: CountSchema,
    eventCount: CountSchema,
    sealedAt: z.iso.datetime(),
    algorithm: z.enum(SEAL_ALGORITHMS),
    size: CountSchema,
  }),
});
export type Proof = z.output<typeof ProofSchema>;

const LineSchema = z.object({
  id: z.number(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  at: z.iso.datetime(),
  organisationId: z.string().nullable(),
  cycleId: z.string().nullable(),
  submissionId: z.string().nullable(),
  reportId: z.string().nullable(),
  event: EventSchema,
});

export type ProofHashes = {
  tree(algorithm: SealAlgorithm): TreeHash;
  seal(algorithm: SealAlgorithm, text: string): string;
};

export type CheckedProof =
  | { ok: true; event: StoredEvent; district: string; seal: { hash: string; number: number; sealedAt: Date } }
  /** `malformed`: no proof; `event_unknown`: its event has no text that this version knows; `other_seal`: not that seal. */
  | { ok: false; fault: "malformed" | "event_unknown" | "other_seal" };

/** A receipt prints so many digits of a seal. */
export const FEWEST_SEAL_DIGITS = 16;

/** The digits of a seal as somebody copied them; null when they are none, or too few. */
export function readSealDigits(typed: string): string | null {
  const digits = typed.replace(/[\s·-]/g, "").toLowerCase();
  return /^[0-9a-f]{16,64}$/.test(digits) ? digits : null;
}

/**
 * Whether a proof leads from its event to the seal with these digits. Everything is computed from the file: what it says
 * of another event, another place or another time leads to another seal.
 */
export function checkProof(text: string, digits: string, hashes: ProofHashes): CheckedProof {
  const proof = readProof(text);
  if (!proof) return { ok: false, fault: "malformed" };
  const { seal, index, path } = proof;
  const tree = hashes.tree(seal.algorithm);
  const root = rootByPath(tree.leaf(proof.event), { index, size: seal.size }, path, tree);
  if (root === null) return { ok: false, fault: "malformed" };
  const hash = hashes.seal(seal.algorithm, sealedText({ ...seal, root }));
  if (!hash.startsWith(digits)) return { ok: false, fault: "other_seal" };
  const event = readLine(proof.event);
  if (!event) return { ok: false, fault: "event_unknown" };
  const { district } = proof;
  return { ok: true, event, district, seal: { hash, number: seal.number, sealedAt: new Date(seal.sealedAt) } };
}

function readProof(text: string): Proof | null {
  try {
    return ProofSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * What is shown of an event is what was hashed: a text that says more than the event, or says it otherwise, is none. An
 * event from before its type had a field says less, and is shown with what the field then stands for.
 */
function readLine(line: string): StoredEvent | null {
  try {
    const hashed: unknown = JSON.parse(line);
    const { event, at, ...rest } = LineSchema.parse(hashed);
    const stored = { ...rest, at: new Date(at), event };
    const shown = { ...rest, at: stored.at.toISOString(), event };
    return canonicalJson(hashed) === line && isWithin(hashed, shown) ? stored : null;
  } catch {
    return null;
  }
}

/** Whether everything that `part` says stands in `whole` in the same words, which may say more. */
function isWithin(part: unknown, whole: unknown): boolean {
  if (typeof part !== "object" || part === null) return part === whole;
  if (typeof whole !== "object" || whole === null) return false;
  const entries = new Map<string, unknown>(Object.entries(whole));
  return (
    (!Array.isArray(part) || entries.size === part.length) &&
    Object.entries(part).every(([key, value]) => entries.has(key) && isWithin(value, entries.get(key)))
  );
}
