import { statfs } from "node:fs/promises";
import { hostname } from "node:os";
import { type Db, withActor } from "@/db/connect";
import { readServerState } from "@/db/queries/health";
import { countOpenJobs, listFailedJobs } from "@/db/queries/jobs";
import { getNewestSeal } from "@/db/queries/seals";
import { type Actor, may } from "@/lib/domain/access";
import type { Operation } from "@/lib/domain/operation";
import { Refusal } from "@/lib/domain/refusal";

const SHOWN_JOBS = 20;

/**
 * What an administrator sees of the installation: versions, database, connections, jobs, the last seal and the disk.
 *
 * @throws Refusal not_permitted
 */
export async function loadOperation(
  db: Db,
  actor: Actor,
  about: { version: string; databaseDir: string | undefined },
  _now: Date,
): Promise<Operation> {
  if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
  const { districtId } = actor;
  const [disk, ofDatabase] = await Promise.all([
    about.databaseDir ? readDisk(about.databaseDir) : null,
    withActor(db, actor, async (tx) => {
      const [server, jobs, failed, seal] = await Promise.all([
        readServerState(tx),
        countOpenJobs(tx, { districtId }),
        listFailedJobs(tx, { districtId, limit: SHOWN_JOBS }),
        getNewestSeal(tx, { districtId }),
      ]);
      return { server, jobs: { ...jobs, failed }, seal };
    }),
  ]);
  const { connections, version, bytes } = ofDatabase.server;
  return {
    version: about.version,
    host: hostname(),
    database: { version, bytes, isBuiltIn: about.databaseDir !== undefined },
    connections,
    jobs: ofDatabase.jobs,
    seal: ofDatabase.seal,
    disk,
  };
}

async function readDisk(folder: string): Promise<Operation["disk"]> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, allBytes: blocks * bsize };
}
