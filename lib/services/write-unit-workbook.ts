import { type Db, withActor } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import { getSection } from "@/lib/domain/format-cells";
import { renderUnitWorkbook } from "@/lib/render/unit-workbook";
import { hashOf } from "@/lib/services/hash";
import { getWorkbookContent } from "@/lib/services/workbook-content";

/** A section's workbook to be filled in offline, named by what is in it; null where the actor does not fill it in. */
export async function writeUnitWorkbook(
  db: Db,
  actor: Actor,
  { submissionId }: { submissionId: string },
  _now: Date,
): Promise<{ tag: string; name: string; write: () => Promise<Uint8Array> } | null> {
  const content = await withActor(db, actor, (tx) => getWorkbookContent(tx, actor, submissionId));
  if (!content) return null;
  const { identity, figures, previous, locked } = content;
  const section = getSection(content.format, identity.sectionId);
  return {
    tag: hashOf({ identity, figures, previous, locked: [...locked] }),
    name: `${identity.unit}${identity.year}年${section.title}.xlsx`,
    write: () => renderUnitWorkbook(content, hashOf),
  };
}
