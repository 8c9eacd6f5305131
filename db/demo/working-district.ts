import { randomUUID } from "node:crypto";
import { type Db, withActor, withScope } from "@/db/connect";
import {
  DEMONSTRATION_OUTLINE,
  DEMONSTRATION_PEOPLE,
  readDemonstrationDistrict,
  readDemonstrationOpening,
} from "@/db/demo/district";
import { addDemonstrationPeople } from "@/db/demo/people";
import { officeClock, UnitDesk } from "@/db/demo/work";
import { listUnits, updateOrganisation } from "@/db/queries/organisations";
import { listSubmissions } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import type { Indicator, OutlineHeading } from "@/lib/domain/cycle";
import type { SectionId } from "@/lib/domain/format";
import { approveSubmission } from "@/lib/services/approve-submission";
import { addComment } from "@/lib/services/comment-on-submission";
import { openCycle } from "@/lib/services/open-cycle";
import { returnSubmission } from "@/lib/services/return-submission";
import { sealHistory } from "@/lib/services/seal-history";
import { createDistrict } from "@/lib/services/set-up";
import { signSubmission } from "@/lib/services/sign-submission";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How many moments the demonstration's work takes, the last for finishing it. */
const MOMENTS = 80;

/** The people and desks of the working district, for tests that go on from here. */
export type WorkingDistrict = {
  districtId: string;
  cycleId: string;
  person: (account: string) => Actor;
  desk: (unitId: string) => UnitDesk;
};

const TEXT_OF_OTHER = "无其他需要报告的事项。";

/** Opens the district and its year. */
export async function openWorkingDistrict(
  db: Db,
  params: { now: Date; passwordHash: string; suffix?: string },
): Promise<WorkingDistrict> {
  const data = readDemonstrationDistrict();
  const suffix = params.suffix ?? "";
  const opened = new Date(params.now.getTime() - 18 * DAY);
  const { districtId, userId } = await createDistrict(
    db,
    {
      districtName: `${data.district}${suffix}`,
      officeName: `${data.contact.office.replace(data.district, "")}`,
      units: data.departments.filter((unit) => unit.id !== "office").map((unit) => unit.name),
      adminName: `系统初装${suffix}`,
      adminAccount: `系统初装${suffix}`,
      password: randomUUID(),
    },
    opened,
  );
  const nameOf = new Map(data.departments.map((unit) => [unit.id, unit.name]));
  const actors = await addDemonstrationPeople(db, {
    districtId,
    districtName: `${data.district}${suffix}`,
    admin: { userId, name: `系统初装${suffix}` },
    passwordHash: params.passwordHash,
    people: DEMONSTRATION_PEOPLE.map((person) => ({
      ...person,
      unitName: nameOf.get(person.unit) ?? "",
      title: `${person.title}${suffix}`,
    })),
    now: opened,
  });
  const person = (account: string): Actor => {
    const actor = actors.get(`${account}${suffix}`);
    if (!actor) throw new Error(`the demonstration has nobody called ${account}`);
    return actor;
  };

  const unitIds = await withScope(db, { userId: null, scope: { districtId, units: "all" } }, async (tx) => {
    const units = await listUnits(tx, { districtId });
    const idOf = new Map(
      data.departments.map((unit) => [unit.id, units.find((loaded) => loaded.name === unit.name)?.id ?? ""]),
    );
    const { address, postcode, phone } = data.contact;
    await updateOrganisation(tx, { districtId, id: idOf.get("office") ?? "", set: { address, postcode, phone } });
    await updateOrganisation(tx, { districtId, id: idOf.get("safety") ?? "", set: { needsSignature: true } });
    return idOf;
  });

  const outline = DEMONSTRATION_OUTLINE.map(
    ({ texts, ...heading }, index): OutlineHeading => ({
      ...heading,
      position: index + 1,
      owners: texts.map((text) => unitIds.get(text.unit) ?? ""),
    }),
  );
  const indicators = data.departments.flatMap((unit) =>
    unit.indicators.map(
      (indicator, index): Indicator => ({
        key: indicator.key,
        organisationId: unitIds.get(unit.id) ?? "",
        label: indicator.label,
        unit: indicator.unit,
        isApproximate: indicator.approximate,
        position: index + 1,
      }),
    ),
  );
  const { cycleId } = await openCycle(
    db,
    person("工委管委办公室管理员"),
    {
      requestId: randomUUID(),
      year: data.year,
      tablesDueAt: endOfDay(params.now, -4),
      narrativeDueAt: endOfDay(params.now, 3),
      start: {
        outline,
        indicators,
        preface: readDemonstrationOpening().preface,
        statutoryDueAt: endOfDay(params.now, 17),
      },
    },
    opened,
  );
  const desk = (unitId: string): UnitDesk => {
    const unit = data.departments.find((department) => department.id === unitId);
    if (!unit) throw new Error(`the demonstration has no unit ${unitId}`);
    return new UnitDesk(db, person(`${unit.name}填报人`), unit);
  };
  return { districtId, cycleId, person, desk };
}

/** 24:00 in Asia/Shanghai of the day that lies `days` from `now`. */
function endOfDay(now: Date, days: number): Date {
  const shifted = now.getTime() + 8 * 3_600_000;
  return new Date((Math.floor(shifted / DAY) + days + 1) * DAY - 8 * 3_600_000);
}

/** The working district with its units in different states, or finished up to the last approval. */
export async function loadWorkingDistrict(
  db: Db,
  params: { now: Date; passwordHash: string; isFinished: boolean; suffix?: string },
): Promise<WorkingDistrict> {
  const district = await openWorkingDistrict(db, params);
  const { desk, person } = district;
  const reviewer = person("工委管委办公室审核人");
  const clock = officeClock(new Date(params.now.getTime() - 2 * HOUR), MOMENTS, 32 * 60_000);

  const approve = async (unit: string, sectionId: SectionId): Promise<void> => {
    const { id, revision } = await desk(unit).find(sectionId);
    await approveSubmission(
      db,
      reviewer,
      { requestId: randomUUID(), submissionId: id, expectedRevision: revision },
      clock(),
    );
  };
  const nil = async (unit: string, sectionId: SectionId): Promise<void> => {
    await desk(unit).declareNil(sectionId, clock());
    await desk(unit).submit(sectionId, clock());
    await approve(unit, sectionId);
  };
  const submitTable = async (unit: string, sectionId: SectionId): Promise<void> => {
    await desk(unit).fillFigures(sectionId, clock());
    await desk(unit).submit(sectionId, clock());
  };
  const submitText = async (unit: string, sectionId: SectionId, instead?: Record<string, string>): Promise<void> => {
    await desk(unit).fillFigures(sectionId, clock());
    await desk(unit).writeParagraphs(sectionId, clock(), instead);
    await desk(unit).submit(sectionId, clock());
  };
  const sign = async (sectionId: SectionId): Promise<void> => {
    const { id, revision } = await desk("safety").find(sectionId);
    const head = person("应急管理局部门负责人");
    await signSubmission(db, head, { requestId: randomUUID(), submissionId: id, expectedRevision: revision }, clock());
  };
  const giveBack = async (unit: string, sectionId: SectionId, anchor: string, body: string): Promise<void> => {
    const { id, revision } = await desk(unit).find(sectionId);
    await addComment(db, reviewer, { requestId: randomUUID(), submissionId: id, anchor, body }, clock());
    await returnSubmission(
      db,
      reviewer,
      {
        requestId: randomUUID(),
        submissionId: id,
        expectedRevision: revision,
        reason: body,
        dueAt: endOfDay(params.now, 2),
      },
      clock(),
    );
  };

  for (const unit of ["office", "resources", "hr"]) await nil(unit, "active");
  for (const unit of ["office", "approval", "finance", "hr"]) await nil(unit, "litigation");
  await nil("legal", "active");
  await nil("legal", "requests");
  await nil("enforcement", "requests");

  for (const sectionId of ["active", "requests"] as const) {
    await submitTable("finance", sectionId);
    await approve("finance", sectionId);
  }
  await submitText("finance", "overview");
  await approve("finance", "overview");
  await submitTable("hr", "requests");
  await approve("hr", "requests");
  await submitTable("safety", "requests");
  await sign("requests");
  await approve("safety", "requests");
  await desk("safety").declareNil("litigation", clock());
  await desk("safety").submit("litigation", clock());
  await sign("litigation");
  await approve("safety", "litigation");

  await desk("approval").fillFigures("active", clock(), {
    instead: { "active.licensing.change": "5228", "active.licensing.decisions": "223" },
  });
  await desk("approval").submit("active", clock());
  await giveBack(
    "approval",
    "active",
    "active.licensing.change",
    "本年增/减填了 5228，像是把处理决定数量填到了这一格，请对照台账核对两格。",
  );
  await desk("approval").fillFigures("active", clock());
  await desk("approval").submit("active", clock());

  await desk("approval").fillFigures("requests", clock(), {
    instead: { "requests.granted_in_part.natural_person": "1", "requests.refused_deliberative.natural_person": "0" },
  });
  await desk("approval").submit("requests", clock());
  await giveBack(
    "approval",
    "requests",
    "requests.granted_in_part.natural_person",
    "这件答复书写的是“属于讨论记录，不予公开”，没有提供任何部分内容，不算部分公开，应计入“6.属于四类过程性信息”。一件申请只有一个办理结果，请核对。",
  );

  await submitTable("office", "requests");
  await submitTable("enforcement", "active");
  await submitTable("safety", "active");
  await sign("active");
  await submitText("resources", "overview");
  await submitText("safety", "overview");

  await desk("office").writeParagraphs("overview", clock(), { opening: readDemonstrationOpening().opening });
  await desk("office").writeParagraphs("problems", clock());
  await desk("approval").writeParagraphs("overview", clock());
  await desk("enforcement").writeParagraphs("overview", clock());
  await desk("legal").fillFigures("litigation", clock(), {
    only: ["litigation.review.upheld", "litigation.review.other"],
  });

  if (params.isFinished) await finishDistrict(db, district, clock());
  await withScope(db, { userId: null, scope: { districtId: district.districtId, units: "all" } }, (tx) =>
    sealHistory(tx, { districtId: district.districtId, now: new Date(params.now.getTime() - HOUR) }),
  );
  return district;
}

/**
 * Does by itself what is left to do by hand in the demonstration, up to the approval of every section. The enforcement
 * unit's sentence is corrected to its own table, since it could not be submitted otherwise.
 */
export async function finishDistrict(db: Db, district: WorkingDistrict, at: Date): Promise<void> {
  const { desk, person } = district;
  const reviewer = person("工委管委办公室审核人");
  for (const unit of readDemonstrationDistrict().departments) {
    const entries = await listUnitSections(db, district, unit.name);
    for (const { sectionId } of entries) {
      const before = await desk(unit.id).find(sectionId);
      if (["not_started", "draft", "returned"].includes(before.state)) {
        await desk(unit.id).fillFigures(sectionId, at);
        await desk(unit.id).writeParagraphs(sectionId, at, {
          opening: readDemonstrationOpening().opening,
          other: TEXT_OF_OTHER,
          ...(unit.id === "enforcement" ? { disclosure: "行政处罚净增4条，处理决定数量12条。" } : {}),
        });
        await desk(unit.id).submit(sectionId, at);
      }
      const submitted = await desk(unit.id).find(sectionId);
      if (submitted.state === "awaiting_signature") {
        const input = { requestId: randomUUID(), submissionId: submitted.id, expectedRevision: submitted.revision };
        await signSubmission(db, person(`${unit.name}部门负责人`), input, at);
      }
      const { id, state, revision } = await desk(unit.id).find(sectionId);
      if (state === "submitted") {
        await approveSubmission(
          db,
          reviewer,
          { requestId: randomUUID(), submissionId: id, expectedRevision: revision },
          at,
        );
      }
    }
  }
}

async function listUnitSections(db: Db, district: WorkingDistrict, unitName: string) {
  const actor = district.person(`${unitName}填报人`);
  return withActor(db, actor, (tx) => listSubmissions(tx, { scope: actor.scope, cycleId: district.cycleId }));
}
