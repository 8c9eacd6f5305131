import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { readDemonstrationDistrict } from "@/db/demo/district";
import { ALL_HOLD } from "@/db/demo/head-answers";
import { type Clock, endOfDay } from "@/db/demo/office-clock";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import type { UnitDesk } from "@/db/demo/unit-desk";
import type { Actor } from "@/lib/domain/access";
import type { SectionId } from "@/lib/domain/format";
import { approveSubmission } from "@/lib/services/approve-submission";
import { addComment } from "@/lib/services/comment-on-submission";
import { returnSubmission } from "@/lib/services/return-submission";
import { signSubmission } from "@/lib/services/sign-submission";

/** What units and the office do in turn in the demonstration, each at the next moment of one clock. */
export class DemonstrationWork {
  readonly #db: Db;
  readonly #district: WorkingDistrict;
  readonly #reviewer: Actor;
  /** The next moment. */
  readonly clock: Clock;

  constructor(db: Db, district: WorkingDistrict, clock: Clock) {
    this.#db = db;
    this.#district = district;
    this.#reviewer = district.person("工委管委办公室审核人");
    this.clock = clock;
  }

  desk(unitId: string): UnitDesk {
    return this.#district.desk(unitId);
  }

  async submitTable(unitId: string, sectionId: SectionId): Promise<void> {
    await this.desk(unitId).fillFigures(sectionId, this.clock());
    await this.desk(unitId).submit(sectionId, this.clock());
  }

  async submitText(unitId: string, sectionId: SectionId): Promise<void> {
    await this.desk(unitId).fillFigures(sectionId, this.clock());
    await this.desk(unitId).writeParagraphs(sectionId, this.clock());
    await this.desk(unitId).submit(sectionId, this.clock());
  }

  async submitNil(unitId: string, sectionId: SectionId): Promise<void> {
    await this.desk(unitId).declareNil(sectionId, this.clock());
    await this.desk(unitId).submit(sectionId, this.clock());
  }

  /** The signature of the unit's head, for a section that awaits it. */
  async sign(unitId: string, sectionId: SectionId): Promise<void> {
    const unit = readDemonstrationDistrict().departments.find((department) => department.id === unitId);
    if (!unit) throw new Error(`the demonstration has no unit ${unitId}`);
    const { id, revision } = await this.desk(unitId).find(sectionId);
    await signSubmission(
      this.#db,
      this.#district.person(`${unit.name}部门负责人`),
      { requestId: randomUUID(), submissionId: id, expectedRevision: revision, answers: ALL_HOLD },
      this.clock(),
    );
  }

  async approve(unitId: string, sectionId: SectionId): Promise<void> {
    const { id, revision } = await this.desk(unitId).find(sectionId);
    await approveSubmission(
      this.#db,
      this.#reviewer,
      { requestId: randomUUID(), submissionId: id, expectedRevision: revision },
      this.clock(),
    );
  }

  /** Returns a section with a comment on one cell, which is also the reason, to be answered two days after `today`. */
  async returnWithComment(
    unitId: string,
    sectionId: SectionId,
    { anchor, body, today }: { anchor: string; body: string; today: Date },
  ): Promise<void> {
    const { id, revision } = await this.desk(unitId).find(sectionId);
    const comment = { requestId: randomUUID(), submissionId: id, anchor, body };
    await addComment(this.#db, this.#reviewer, comment, this.clock());
    await returnSubmission(
      this.#db,
      this.#reviewer,
      {
        requestId: randomUUID(),
        submissionId: id,
        expectedRevision: revision,
        reason: body,
        dueAt: endOfDay(today, 2),
      },
      this.clock(),
    );
  }
}
