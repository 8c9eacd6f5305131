import { z } from "zod";
import type { Db } from "@/db/connect";
import { listSubmissionsForUpdate } from "@/db/queries/submissions";
import type { Actor } from "@/lib/domain/access";
import type { SectionSubmitInput } from "@/lib/domain/inputs/section";
import type { SectionStepsInput } from "@/lib/domain/inputs/section-steps";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, type RecordEvent } from "@/lib/services/carry-out";

type Step<Result> = (
  tx: Db,
  actor: Actor,
  input: SectionSubmitInput,
  record: RecordEvent,
  now: Date,
) => Promise<Result>;

/**
 * A step of services that take one step with several sections in one transaction: all of them, or none. A refusal says
 * in which section. Gives what each of them gave.
 *
 * @throws what `step` refuses, with `inSection`
 */
export async function moveSectionsTogether<Result>(
  db: Db,
  actor: Actor,
  { requestId, sections }: SectionStepsInput,
  now: Date,
  step: Step<Result>,
  resultSchema: z.ZodType<Result>,
): Promise<Result[]> {
  return carryOut(
    db,
    actor,
    { requestId, now },
    async (tx, record) => {
      const ids = sections.map(({ submissionId }) => submissionId);
      // Locked in a fixed order, so that two concurrent requests cannot deadlock.
      const locked = await listSubmissionsForUpdate(tx, { scope: actor.scope, ids });
      const sectionOf = new Map(locked.map(({ id, sectionId }) => [id, sectionId]));
      const results: Result[] = [];
      for (const section of sections) {
        try {
          results.push(await step(tx, actor, section, record, now));
        } catch (error) {
          throw error instanceof Refusal ? inSection(error, sectionOf.get(section.submissionId)) : error;
        }
      }
      return results;
    },
    (kept) => z.array(resultSchema).parse(kept),
  );
}

function inSection({ code, details }: Refusal, sectionId: string | undefined): Refusal {
  return new Refusal(code, { ...details, ...(sectionId ? { inSection: sectionId } : {}) });
}
