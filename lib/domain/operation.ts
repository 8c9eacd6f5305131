import type { FailedJob } from "@/lib/domain/job";
import type { Seal } from "@/lib/domain/seal";

/** The state of the installation, for whoever runs it. */
export type Operation = {
  version: string;
  /** Of the machine that answers. */
  host: string;
  database: { version: string; bytes: number; isBuiltIn: boolean };
  /** Connections of all app processes and machines, and how many the server takes in all. */
  connections: { used: number; idle: number; most: number };
  jobs: { waiting: number; active: number; failed: readonly FailedJob[] };
  seal: Pick<Seal, "number" | "sealedAt" | "eventCount"> | null;
  /** Where the built-in database lies; null with a server of one's own, whose disk is not seen from here. */
  disk: { freeBytes: number; allBytes: number } | null;
};

/** Less than a twentieth, or than a gigabyte, is soon used up. */
export function isDiskShort({ freeBytes, allBytes }: NonNullable<Operation["disk"]>): boolean {
  return freeBytes < 1e9 || freeBytes < allBytes / 20;
}
