import { type Db, withActor } from "@/db/connect";
import { DemonstrationWork } from "@/db/demo/demonstration-work";
import { type DemonstrationUnit, readDemonstrationDistrict, readDemonstrationOpening } from "@/db/demo/district";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { listSubmissions } from "@/db/queries/submission-entries";
import type { SectionId } from "@/lib/domain/format";

/** The enforcement unit's sentence, corrected to its own table; it could not be submitted otherwise. */
const CORRECTED_DISCLOSURE = "行政处罚净增4条，处理决定数量12条。";
const TEXT_OF_OTHER = "无其他需要报告的事项。";

/** Does by itself what is left to do by hand in the demonstration, up to the approval of every section. */
export async function finishDistrict(db: Db, district: WorkingDistrict, at: Date): Promise<void> {
  const work = new DemonstrationWork(db, district, () => at);
  for (const unit of readDemonstrationDistrict().departments) {
    for (const sectionId of await listUnitSections(db, district, unit.name)) {
      await finishSection(work, unit, sectionId);
    }
  }
}

async function finishSection(work: DemonstrationWork, unit: DemonstrationUnit, sectionId: SectionId): Promise<void> {
  const { clock } = work;
  const desk = work.desk(unit.id);
  const stateNow = async () => (await desk.find(sectionId)).state;
  if (["not_started", "draft", "returned"].includes(await stateNow())) {
    await desk.fillFigures(sectionId, clock());
    await desk.writeParagraphs(sectionId, clock(), {
      opening: readDemonstrationOpening().opening,
      other: TEXT_OF_OTHER,
      ...(unit.id === "enforcement" ? { disclosure: CORRECTED_DISCLOSURE } : {}),
    });
    await desk.submit(sectionId, clock());
  }
  if ((await stateNow()) === "awaiting_signature") await work.sign(unit.id, sectionId);
  if ((await stateNow()) === "submitted") await work.approve(unit.id, sectionId);
}

async function listUnitSections(db: Db, district: WorkingDistrict, unitName: string): Promise<SectionId[]> {
  const actor = district.person(`${unitName}填报人`);
  const entries = await withActor(db, actor, (tx) =>
    listSubmissions(tx, { scope: actor.scope, cycleId: district.cycleId }),
  );
  return entries.map((entry) => entry.sectionId);
}
