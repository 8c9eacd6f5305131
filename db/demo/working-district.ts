import { type Db, withScope } from "@/db/connect";
import { DemonstrationWork } from "@/db/demo/demonstration-work";
import { readDemonstrationOpening } from "@/db/demo/district";
import { finishDistrict } from "@/db/demo/finish-district";
import { HOUR, officeClock } from "@/db/demo/office-clock";
import { openWorkingDistrict, type WorkingDistrict } from "@/db/demo/open-working-district";
import { sealHistory } from "@/lib/services/seal-history";

/** How many moments the demonstration's work takes, the last for finishing it. */
const MOMENTS = 80;
const BETWEEN_MOMENTS_MS = 32 * 60_000;

/** The working district with its units in different states, or finished up to the last approval. */
export async function loadWorkingDistrict(
  db: Db,
  params: { now: Date; passwordHash: string; isFinished: boolean; suffix?: string },
): Promise<WorkingDistrict> {
  const district = await openWorkingDistrict(db, params);
  const clock = officeClock(new Date(params.now.getTime() - 2 * HOUR), MOMENTS, BETWEEN_MOMENTS_MS);
  const work = new DemonstrationWork(db, district, clock);
  await reportNilSections(work);
  await approveFilledSections(work);
  await returnSections(work, params.now);
  await leaveSectionsToReview(work);
  await leaveSectionsInDraft(work);

  if (params.isFinished) await finishDistrict(db, district, clock());
  await withScope(db, { userId: null, scope: { districtId: district.districtId, units: "all" } }, (tx) =>
    sealHistory(tx, { districtId: district.districtId, now: new Date(params.now.getTime() - HOUR) }),
  );
  return district;
}

async function reportNilSections(work: DemonstrationWork): Promise<void> {
  const nilSections = [
    ...["office", "resources", "hr"].map((unitId) => ({ unitId, sectionId: "active" }) as const),
    ...["office", "approval", "finance", "hr"].map((unitId) => ({ unitId, sectionId: "litigation" }) as const),
    { unitId: "legal", sectionId: "active" },
    { unitId: "legal", sectionId: "requests" },
    { unitId: "enforcement", sectionId: "requests" },
  ] as const;
  for (const { unitId, sectionId } of nilSections) {
    await work.submitNil(unitId, sectionId);
    await work.approve(unitId, sectionId);
  }
}

async function approveFilledSections(work: DemonstrationWork): Promise<void> {
  for (const sectionId of ["active", "requests"] as const) {
    await work.submitTable("finance", sectionId);
    await work.approve("finance", sectionId);
  }
  await work.submitText("finance", "overview");
  await work.approve("finance", "overview");
  await work.submitTable("hr", "requests");
  await work.approve("hr", "requests");
  await work.submitTable("safety", "requests");
  await work.sign("safety", "requests");
  await work.approve("safety", "requests");
  await work.submitNil("safety", "litigation");
  await work.sign("safety", "litigation");
  await work.approve("safety", "litigation");
}

/** Two sections with a figure in the wrong cell: one comes back corrected, the other waits for its unit. */
async function returnSections(work: DemonstrationWork, today: Date): Promise<void> {
  const { clock } = work;
  const desk = work.desk("approval");
  await desk.fillFigures("active", clock(), {
    instead: { "active.licensing.change": "5228", "active.licensing.decisions": "223" },
  });
  await desk.submit("active", clock());
  await work.returnWithComment("approval", "active", {
    anchor: "active.licensing.change",
    body: "本年增/减填了 5228，像是把处理决定数量填到了这一格，请对照台账核对两格。",
    today,
  });
  await desk.fillFigures("active", clock());
  await desk.submit("active", clock());

  await desk.fillFigures("requests", clock(), {
    instead: { "requests.granted_in_part.natural_person": "1", "requests.refused_deliberative.natural_person": "0" },
  });
  await desk.submit("requests", clock());
  await work.returnWithComment("approval", "requests", {
    anchor: "requests.granted_in_part.natural_person",
    body: "这件答复书写的是“属于讨论记录，不予公开”，没有提供任何部分内容，不算部分公开，应计入“6.属于四类过程性信息”。一件申请只有一个办理结果，请核对。",
    today,
  });
}

async function leaveSectionsToReview(work: DemonstrationWork): Promise<void> {
  await work.submitTable("office", "requests");
  await work.submitTable("enforcement", "active");
  await work.submitTable("safety", "active");
  await work.sign("safety", "active");
  await work.submitText("resources", "overview");
  await work.submitText("safety", "overview");
}

async function leaveSectionsInDraft(work: DemonstrationWork): Promise<void> {
  const { clock } = work;
  const { opening } = readDemonstrationOpening();
  await work.desk("office").writeParagraphs("overview", clock(), { opening });
  await work.desk("office").writeParagraphs("problems", clock());
  await work.desk("approval").writeParagraphs("overview", clock());
  await work.desk("enforcement").writeParagraphs("overview", clock());
  await work.desk("legal").fillFigures("litigation", clock(), {
    only: ["litigation.review.upheld", "litigation.review.other"],
  });
}
