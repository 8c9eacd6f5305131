import type { Db } from "@/db/connect";
import { listRoleHolders } from "@/db/queries/memberships";
import { getDistrictName, getOffice } from "@/db/queries/offices";
import { isNameTaken, updateOrganisation } from "@/db/queries/organisations";
import { listReports, updateReportName } from "@/db/queries/reports";
import { type Actor, may } from "@/lib/domain/access";
import { reportTitle } from "@/lib/domain/compose-report";
import type { ChangeContactInput, ChangeDistrictInput, ChangeUnitInput } from "@/lib/domain/inputs/unit";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { getManagedUnitForUpdate } from "@/lib/services/managed-unit";

/**
 * Changes a unit's name, its place in the list, and whether its head signs; a signature needs somebody who may give it.
 *
 * @throws Refusal not_permitted, not_found, no_head with `unit` and name_taken
 */
export async function changeUnit(db: Db, actor: Actor, input: ChangeUnitInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const of = { districtId: actor.districtId, id: input.organisationId };
      const unit = await getManagedUnitForUpdate(tx, actor, of.id);
      if (input.needsSignature && !unit.needsSignature) {
        const holders = await listRoleHolders(tx, { districtId: of.districtId, organisationId: of.id, now });
        if (!holders.some((holder) => holder.role === "head")) throw new Refusal("no_head", { unit: unit.name });
      }
      if (await isNameTaken(tx, { ...of, name: input.name })) throw new Refusal("name_taken");

      const { name, needsSignature, position } = input;
      await updateOrganisation(tx, { ...of, set: { name, needsSignature, position } });
      await record(
        { organisationId: of.id },
        {
          type: "unit_changed",
          data: {
            name,
            before: unit.name,
            ...(needsSignature === unit.needsSignature ? {} : { needsSignature }),
          },
        },
      );
    },
    withoutResult,
  );
}

/**
 * Changes the name of the district, and with it the titles of reports that are still drafts.
 *
 * @throws Refusal not_permitted, not_found and name_taken
 */
export async function changeDistrict(db: Db, actor: Actor, input: ChangeDistrictInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "unit:manage")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const before = await getDistrictName(tx, { districtId });
      if (before === null) throw new Refusal("not_found");
      const { name } = input;
      if (await isNameTaken(tx, { districtId, id: districtId, name })) throw new Refusal("name_taken");
      await updateOrganisation(tx, { districtId, id: districtId, set: { name } });
      const reports = await listReports(tx, { districtId });
      for (const { id, year } of reports.filter((report) => report.state === "draft")) {
        await updateReportName(tx, { districtId, id, districtName: name, title: reportTitle(name, year) });
      }
      await record({ organisationId: districtId }, { type: "unit_changed", data: { name, before } });
    },
    withoutResult,
  );
}

/**
 * Changes how the public reaches the office; the next report prints it.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function changeContact(db: Db, actor: Actor, input: ChangeContactInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "unit:manage")) throw new Refusal("not_permitted");
      const office = await getOffice(tx, { districtId: actor.districtId });
      if (!office) throw new Refusal("not_found");
      const { address, postcode, phone } = input;
      await updateOrganisation(tx, {
        districtId: actor.districtId,
        id: office.id,
        set: { address, postcode, phone },
      });
      await record({ organisationId: office.id }, { type: "contact_changed", data: { office: office.name } });
    },
    withoutResult,
  );
}
