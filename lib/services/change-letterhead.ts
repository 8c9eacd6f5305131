import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { insertLetterhead, retireLetterhead } from "@/db/queries/letterheads";
import { type Actor, may } from "@/lib/domain/access";
import type { RemoveLetterheadInput, UploadLetterheadInput } from "@/lib/domain/inputs/unit";
import type { LetterheadCheck, LetterheadProblem } from "@/lib/domain/letterhead";
import { Refusal } from "@/lib/domain/refusal";
import { type GuardedReader, openGuardedReader } from "@/lib/intake/read-guarded";
import { renderReport } from "@/lib/render";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { hashOfBytes } from "@/lib/services/hash";
import { specimenReport } from "@/lib/services/specimen-report";

let reader: GuardedReader | null = null;

/**
 * Looks through a template and tries it on a report; only what passed may be uploaded. Reading happens under guard, as
 * with every file that comes from outside.
 *
 * @throws Refusal not_permitted
 */
export async function checkLetterheadFile(actor: Actor, bytes: Uint8Array): Promise<LetterheadCheck> {
  if (!may(actor, "unit:manage")) throw new Refusal("not_permitted");
  reader ??= openGuardedReader({ workMs: 2_000, heapMb: 256 });
  const checked = await reader.checkLetterhead(bytes);
  if (!checked.ok) return checked;
  try {
    const specimen = specimenReport({ district: actor.districtName, office: actor.districtName });
    for (const state of ["draft", "published"] as const) {
      await renderReport({ ...specimen, state }, "docx", { letterhead: checked.file });
    }
    return checked;
  } catch {
    // The library that fills templates gives no reasons; whatever it stumbles over, this file cannot be one.
    const problems: LetterheadProblem[] = [{ code: "does_not_work", found: "" }];
    return { ok: false, problems };
  }
}

/**
 * Puts a template that was looked through into use; the one before stays with the reports that were made with it.
 *
 * @throws Refusal not_permitted
 */
export async function uploadLetterhead(
  db: Db,
  actor: Actor,
  input: Omit<UploadLetterheadInput, "file"> & { fileName: string; file: Uint8Array },
  now: Date,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "unit:manage")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const hash = hashOfBytes(input.file);
      const before = await retireLetterhead(tx, { districtId, at: now });
      await insertLetterhead(tx, {
        districtId,
        id: randomUUID(),
        fileName: input.fileName,
        hash,
        file: input.file,
        uploadedBy: actor.userId,
        uploadedByName: actor.name,
        uploadedAt: now,
      });
      await record(
        { organisationId: districtId },
        { type: "letterhead_uploaded", data: { fileName: input.fileName, hash, before: before?.fileName ?? "" } },
      );
    },
    withoutResult,
  );
}

/**
 * Takes the template out of use: the next reports are written without one.
 *
 * @throws Refusal not_permitted
 */
export async function removeLetterhead(db: Db, actor: Actor, input: RemoveLetterheadInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "unit:manage")) throw new Refusal("not_permitted");
      const before = await retireLetterhead(tx, { districtId: actor.districtId, at: now });
      // Somebody else has removed it meanwhile, so there is nothing to do.
      if (!before) return;
      await record(
        { organisationId: actor.districtId },
        { type: "letterhead_removed", data: { fileName: before.fileName } },
      );
    },
    withoutResult,
  );
}
