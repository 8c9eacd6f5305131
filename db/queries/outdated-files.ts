import { and, eq, lt, ne } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { keptFiles } from "@/db/schema";

/** Deletes the files of a report whose document has changed since. */
export async function deleteOutdatedFiles(
  db: Db,
  params: { districtId: string; reportId: string; documentHash: string },
): Promise<void> {
  await db
    .delete(keptFiles)
    .where(
      and(
        eq(keptFiles.districtId, params.districtId),
        eq(keptFiles.reportId, params.reportId),
        ne(keptFiles.documentHash, params.documentHash),
      ),
    );
}

/** Deletes files of drafts that were requested before a moment. */
export async function deleteOldDraftFiles(db: Db, params: { districtId: string; before: Date }): Promise<void> {
  await db
    .delete(keptFiles)
    .where(
      and(
        eq(keptFiles.districtId, params.districtId),
        eq(keptFiles.isDraft, true),
        lt(keptFiles.askedAt, params.before),
      ),
    );
}
