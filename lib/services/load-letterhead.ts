import type { Db } from "@/db/connect";
import { getCurrentLetterhead, getLetterheadFile } from "@/db/queries/letterheads";
import { getOffice } from "@/db/queries/organisations";
import type { Actor } from "@/lib/domain/access";
import { renderReport } from "@/lib/render";
import { writeSampleLetterhead } from "@/lib/render/letterhead-sample";
import { hashOf } from "@/lib/services/hash";
import { specimenReport } from "@/lib/services/specimen-report";

type LetterheadDownload = { tag: string; name: string; write: () => Promise<Uint8Array> };

/** A file of the administrator's template page; null when it needs a template and none is in use. */
export async function loadLetterheadFile(
  tx: Db,
  actor: Actor,
  file: "sample" | "current" | "specimen",
): Promise<LetterheadDownload | null> {
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
}
