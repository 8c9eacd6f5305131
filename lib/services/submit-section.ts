import type { Db } from "@/db/connect";
import type { Actor } from "@/lib/domain/access";
import type { SectionSubmitInput } from "@/lib/domain/inputs/section";
import type { SectionStepsInput } from "@/lib/domain/inputs/section-steps";
import { carryOut } from "@/lib/services/carry-out";
import { handIn, type Receipt, ReceiptSchema } from "@/lib/services/hand-in";
import { moveSectionsTogether } from "@/lib/services/move-sections-together";

/**
 * Submits a section as it stands: makes an immutable version of it and hands it to the office, or first to the unit's
 * head. Errors, and warnings without an explanation, keep it back; so does a version that says what the last one said,
 * unless the unit says why.
 *
 * @throws what `handIn` refuses
 */
export async function submitSection(
  db: Db,
  actor: Actor,
  input: SectionSubmitInput & { requestId: string },
  now: Date,
): Promise<Receipt> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    (tx, record) => handIn(tx, actor, input, record, now),
    (kept) => ReceiptSchema.parse(kept),
  );
}

/**
 * As `submitSection`, for several sections at once: all of them, or none. Gives how many there were, and how many
 * of them wait for the head's signature.
 *
 * @throws what `handIn` refuses, with `inSection`
 */
export async function submitSections(
  db: Db,
  actor: Actor,
  input: SectionStepsInput,
  now: Date,
): Promise<{ count: number; awaitSignature: number }> {
  const receipts = await moveSectionsTogether(db, actor, input, now, handIn, ReceiptSchema);
  return { count: receipts.length, awaitSignature: receipts.filter((receipt) => receipt.awaitsSignature).length };
}
