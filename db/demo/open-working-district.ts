import { randomUUID } from "node:crypto";
import { type Db, withScope } from "@/db/connect";
import {
  DEMONSTRATION_OUTLINE,
  DEMONSTRATION_PEOPLE,
  readDemonstrationDistrict,
  readDemonstrationOpening,
} from "@/db/demo/district";
import { DAY, endOfDay } from "@/db/demo/office-clock";
import { addDemonstrationPeople } from "@/db/demo/people";
import { UnitDesk } from "@/db/demo/unit-desk";
import { listUnits, updateOrganisation } from "@/db/queries/organisations";
import type { Actor } from "@/lib/domain/access";
import type { Indicator, OutlineHeading } from "@/lib/domain/cycle";
import { openCycle } from "@/lib/services/open-cycle";
import { createDistrict } from "@/lib/services/set-up";

/** The people and desks of the working district, for tests that go on from here. */
export type WorkingDistrict = {
  districtId: string;
  cycleId: string;
  person: (account: string) => Actor;
  desk: (unitId: string) => UnitDesk;
};

type OpeningParams = { now: Date; passwordHash: string; suffix?: string };

/** How many days before `now` the district was set up and its year opened. */
const OPENED_DAYS_AGO = 18;

/** Sets the demonstration's district up with its units and people, and opens its year. */
export async function openWorkingDistrict(db: Db, params: OpeningParams): Promise<WorkingDistrict> {
  const data = readDemonstrationDistrict();
  const openedAt = new Date(params.now.getTime() - OPENED_DAYS_AGO * DAY);
  const { districtId, actors } = await setUpDistrict(db, params, openedAt);
  const person = (account: string): Actor => {
    const actor = actors.get(`${account}${params.suffix ?? ""}`);
    if (!actor) throw new Error(`the demonstration has nobody called ${account}`);
    return actor;
  };
  const unitIds = await describeUnits(db, districtId);
  const { cycleId } = await openCycle(
    db,
    person("工委管委办公室管理员"),
    {
      requestId: randomUUID(),
      year: data.year,
      tablesDueAt: endOfDay(params.now, -4),
      narrativeDueAt: endOfDay(params.now, 3),
      start: {
        outline: outlineOf(unitIds),
        indicators: indicatorsOf(unitIds),
        preface: readDemonstrationOpening().preface,
        statutoryDueAt: endOfDay(params.now, 17),
      },
    },
    openedAt,
  );
  const desk = (unitId: string): UnitDesk => {
    const unit = data.departments.find((department) => department.id === unitId);
    if (!unit) throw new Error(`the demonstration has no unit ${unitId}`);
    return new UnitDesk(db, person(`${unit.name}填报人`), unit);
  };
  return { districtId, cycleId, person, desk };
}

/** The district with its office, units and people, who are given by account. */
async function setUpDistrict(
  db: Db,
  params: OpeningParams,
  openedAt: Date,
): Promise<{ districtId: string; actors: Map<string, Actor> }> {
  const data = readDemonstrationDistrict();
  const { suffix = "", passwordHash } = params;
  const districtName = `${data.district}${suffix}`;
  const admin = `系统初装${suffix}`;
  const { districtId, userId } = await createDistrict(
    db,
    {
      districtName,
      officeName: data.contact.office.replace(data.district, ""),
      units: data.departments.filter((unit) => unit.id !== "office").map((unit) => unit.name),
      adminName: admin,
      adminAccount: admin,
      password: randomUUID(),
    },
    openedAt,
  );
  const unitNames = new Map(data.departments.map((unit) => [unit.id, unit.name]));
  const actors = await addDemonstrationPeople(db, {
    districtId,
    districtName,
    admin: { userId, name: admin },
    passwordHash,
    people: DEMONSTRATION_PEOPLE.map((person) => ({
      ...person,
      unitName: unitNames.get(person.unit) ?? "",
      title: `${person.title}${suffix}`,
    })),
    now: openedAt,
  });
  return { districtId, actors };
}

/** Ids of the units by their key in the demonstration's data; the office gets its address, one unit its signature. */
function describeUnits(db: Db, districtId: string): Promise<Map<string, string>> {
  const { departments, contact } = readDemonstrationDistrict();
  return withScope(db, { userId: null, scope: { districtId, units: "all" } }, async (tx) => {
    const units = await listUnits(tx, { districtId });
    const unitIds = new Map(
      departments.map(({ id, name }) => [id, units.find((unit) => unit.name === name)?.id ?? ""]),
    );
    const { address, postcode, phone } = contact;
    await updateOrganisation(tx, { districtId, id: unitIds.get("office") ?? "", set: { address, postcode, phone } });
    await updateOrganisation(tx, { districtId, id: unitIds.get("safety") ?? "", set: { needsSignature: true } });
    return unitIds;
  });
}

function outlineOf(unitIds: ReadonlyMap<string, string>): OutlineHeading[] {
  return DEMONSTRATION_OUTLINE.map(({ texts, ...heading }, index) => ({
    ...heading,
    position: index + 1,
    owners: texts.map((text) => unitIds.get(text.unit) ?? ""),
  }));
}

function indicatorsOf(unitIds: ReadonlyMap<string, string>): Indicator[] {
  return readDemonstrationDistrict().departments.flatMap((unit) =>
    unit.indicators.map((indicator, index) => ({
      key: indicator.key,
      organisationId: unitIds.get(unit.id) ?? "",
      label: indicator.label,
      unit: indicator.unit,
      isApproximate: indicator.approximate,
      position: index + 1,
    })),
  );
}
