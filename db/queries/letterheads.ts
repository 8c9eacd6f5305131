import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { letterheads } from "@/db/schema";
import type { Letterhead } from "@/lib/domain/letterhead";

const columns = {
  id: letterheads.id,
  fileName: letterheads.fileName,
  hash: letterheads.hash,
  uploadedByName: letterheads.uploadedByName,
  uploadedAt: letterheads.uploadedAt,
};

/** The Word template in use for the district's next report. */
export async function getCurrentLetterhead(db: Db, params: { districtId: string }): Promise<Letterhead | null> {
  const rows = await db
    .select(columns)
    .from(letterheads)
    .where(and(eq(letterheads.districtId, params.districtId), isNull(letterheads.retiredAt)));
  return rows[0] ?? null;
}

export async function getLetterheadFile(
  db: Db,
  params: { districtId: string; id: string },
): Promise<{ fileName: string; hash: string; file: Uint8Array } | null> {
  const rows = await db
    .select({ fileName: letterheads.fileName, hash: letterheads.hash, file: letterheads.file })
    .from(letterheads)
    .where(and(eq(letterheads.districtId, params.districtId), eq(letterheads.id, params.id)));
  return rows[0] ?? null;
}

export async function insertLetterhead(
  db: Db,
  row: {
    districtId: string;
    id: string;
    fileName: string;
    hash: string;
    file: Uint8Array;
    uploadedBy: string;
    uploadedByName: string;
    uploadedAt: Date;
  },
): Promise<void> {
  await db.insert(letterheads).values(row);
}

/** Retires the template in use; null when there is none. */
export async function retireLetterhead(
  db: Db,
  params: { districtId: string; at: Date },
): Promise<Pick<Letterhead, "id" | "fileName"> | null> {
  const rows = await db
    .update(letterheads)
    .set({ retiredAt: params.at })
    .where(and(eq(letterheads.districtId, params.districtId), isNull(letterheads.retiredAt)))
    .returning({ id: letterheads.id, fileName: letterheads.fileName });
  return rows[0] ?? null;
}
