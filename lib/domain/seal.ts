import { z } from "zod";
import { canonicalJson } from "@/lib/domain/canonical";
import type { HistoryFault } from "@/lib/domain/history-fault";

/** The hash functions that a seal may be made with; SM3 where the rules on commercial cryptography ask for it. */
export const SEAL_ALGORITHMS = ["sha256", "sm3"] as const;
export type SealAlgorithm = (typeof SEAL_ALGORITHMS)[number];

/** The tree over all events of a district up to a seal, whose root the seal holds. */
export const SealedTreeSchema = z.object({
  algorithm: z.enum(SEAL_ALGORITHMS),
  /** How many events lie under the root. */
  size: z.number().int().min(0),
  root: z.string(),
  peaks: z.array(z.string()).readonly(),
});
export type SealedTree = z.infer<typeof SealedTreeSchema>;

export type Seal = {
  number: number;
  upToEventId: number;
  /** Events since the seal before. */
  eventCount: number;
  hash: string;
  sealedAt: Date;
  /** Null for seals from before there were trees: a hash over the text of their events. */
  tree: SealedTree | null;
};

/** What a seal's hash is over: the seal before it, how far it reaches, and the root of its tree. */
export type SealedText = {
  districtId: string;
  number: number;
  previous: string;
  upToEventId: number;
  eventCount: number;
  sealedAt: string;
  algorithm: SealAlgorithm;
  size: number;
  root: string;
};

/** The text that a seal's hash is over: canonical JSON, with its schema's name so that it is taken for nothing else. */
export function sealedText(seal: SealedText): string {
  const { districtId, number, previous, upToEventId, eventCount, sealedAt, algorithm, size, root } = seal;
  return canonicalJson({
    schema: "nianbao.seal/2",
    ...{ districtId, number, previous, upToEventId, eventCount, sealedAt, algorithm, size, root },
  });
}

/** What is sealed of an event: all of it but the numbers that the database gave it. */
export function sealedLine(event: {
  id: number;
  at: Date;
  actorId: string | null;
  actorName: string;
  organisationId: string | null;
  cycleId: string | null;
  submissionId: string | null;
  reportId: string | null;
  type: string;
  data: unknown;
}): string {
  const { id, at, actorId, actorName, organisationId, cycleId, submissionId, reportId, type, data } = event;
  const about = { actorId, actorName, organisationId, cycleId, submissionId, reportId };
  return canonicalJson({ id, ...about, at: at.toISOString(), event: { type, data } });
}

export type Verification = {
  /** True when everything that was looked at is as it was written. */
  isIntact: boolean;
  /** The first row that is not; null when all are. */
  fault: HistoryFault | null;
  events: number;
  seals: number;
  /** The last event up to which the seals hold, and when that was sealed. */
  holdsUpToEventId: number;
  lastSeal: Seal | null;
  /** Events after the last seal. */
  unsealed: number;
};
