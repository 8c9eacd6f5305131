import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { inBatches } from "@/db/queries/in-batches";
import { outlineHeadings } from "@/db/schema";
import type { OutlineHeading } from "@/lib/domain/cycle";

export async function listOutline(db: Db, params: { districtId: string; cycleId: string }): Promise<OutlineHeading[]> {
  return db
    .select({
      key: outlineHeadings.key,
      sectionId: outlineHeadings.sectionId,
      position: outlineHeadings.position,
      level: outlineHeadings.level,
      number: outlineHeadings.number,
      title: outlineHeadings.title,
      owners: outlineHeadings.owners,
      mayKeepText: outlineHeadings.mayKeepText,
      help: outlineHeadings.help,
    })
    .from(outlineHeadings)
    .where(and(eq(outlineHeadings.districtId, params.districtId), eq(outlineHeadings.cycleId, params.cycleId)))
    .orderBy(asc(outlineHeadings.position));
}

/** Puts `headings` in place of the cycle's outline. */
export async function updateOutline(
  db: Db,
  params: { districtId: string; cycleId: string; headings: readonly OutlineHeading[] },
): Promise<void> {
  await db
    .delete(outlineHeadings)
    .where(and(eq(outlineHeadings.districtId, params.districtId), eq(outlineHeadings.cycleId, params.cycleId)));
  const { districtId, cycleId } = params;
  await inBatches(params.headings, (part) =>
    db.insert(outlineHeadings).values(part.map((heading) => ({ ...heading, districtId, cycleId }))),
  );
}
