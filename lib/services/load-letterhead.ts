import { type Db, withActor } from "@/db/connect";
import { getCurrentLetterhead, getLetterheadFile } from "@/db/queries/letterheads";
import { getOffice } from "@/db/queries/offices";
import type { Actor } from "@/lib/domain/access";
import type { Letterhead } from "@/lib/domain/letterhead";
import { renderReport } from "@/lib/render";
import { writeSampleLetterhead } from "@/lib/render/letterhead-sample";
import { hashOf } from "@/lib/services/hash";
import type { NoInput } from "@/lib/services/no-input";
import { specimenReport } from "@/lib/services/specimen-report";

type LetterheadDownload = { tag: string; name: string; write: () => Promise<Uint8Array> };

/** Loads which template the district's next report will be written into; null while there is none. */
export async function loadLetterhead(db: Db, actor: Actor, _input: NoInput, _now: Date): Promise<Letterhead | null> {
  return withActor(db, actor, (tx) => getCurrentLetterhead(tx, { districtId: actor.districtId }));
}

/** Loads a file of the administrator's template page; null when it needs a template and none is in use. */
export async function loadLetterheadFile(
  db: Db,
  actor: Actor,
  { file }: { file: "sample" | "current" | "specimen" },
  _now: Date,
): Promise<LetterheadDownload | null> {
  return withActor(db, actor, async (tx) => {
    const { districtId, districtName } = actor;
    const office = (await getOffice(tx, { districtId }))?.name ?? districtName;
    if (file === "sample") {
      return { tag: `sample-${hashOf(office)}`, name: "文件模板样例.docx", write: () => writeSampleLetterhead(office) };
    }
    const current = await getCurrentLetterhead(tx, { districtId });
    const stored = current ? await getLetterheadFile(tx, { districtId, id: current.id }) : null;
    if (!stored) return null;
    if (file === "current") return { tag: stored.hash, name: stored.fileName, write: async () => stored.file };
    const specimen = specimenReport({ district: districtName, office });
    return {
      tag: `${stored.hash}-${hashOf(specimen)}`,
      name: "文件模板样张.docx",
      write: () => renderReport(specimen, "docx", { letterhead: stored.file }),
    };
  });
}
