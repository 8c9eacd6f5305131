import { type Db, withActor } from "@/db/connect";
import { listBackups } from "@/db/queries/backups";
import type { Actor } from "@/lib/domain/access";
import { type BackupStanding, judgeBackups } from "@/lib/domain/backup";
import type { NoInput } from "@/lib/services/no-input";

/** How the installation stands with its backups, for an administrator; to anybody else it looks as if there were none. */
export async function loadBackups(db: Db, actor: Actor, _input: NoInput, now: Date): Promise<BackupStanding> {
  return withActor(db, actor, async (tx) => judgeBackups(await listBackups(tx), now));
}
