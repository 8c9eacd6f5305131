import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { listOutline, updateOutline } from "@/db/queries/outline-headings";
import { listHeadingWriters } from "@/db/queries/paragraphs";
import { listReportTexts } from "@/db/queries/report-texts";
import type { Actor } from "@/lib/domain/access";
import type { Cycle, OutlineHeading } from "@/lib/domain/cycle";
import type { DomainEvent } from "@/lib/domain/events";
import type { OutlineHeadingInput, RemoveOutlineHeadingInput } from "@/lib/domain/inputs/cycle";
import { placeAt } from "@/lib/domain/outline";
import { unitsToldOfHeading } from "@/lib/domain/outline-change";
import { Refusal } from "@/lib/domain/refusal";
import { askForSections, getDraftCycle, refuseHandedIn, refuseUnknownUnits } from "@/lib/services/ask-for-sections";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/**
 * Adds a heading to a year's outline or changes one: its words, its place, and which units write under it. A unit that
 * is now asked for a section gets it; one that is no longer asked for any heading of it loses it, unless it has begun.
 *
 * @throws Refusal heading_in_use
 */
export async function saveOutlineHeading(db: Db, actor: Actor, input: OutlineHeadingInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getDraftCycle(tx, actor, input.cycleId);
      const of = { districtId: actor.districtId, cycleId: cycle.id };
      const outline = await listOutline(tx, of);
      const before = outline.find((heading) => heading.key === input.key);
      await refuseUnknownUnits(tx, actor, cycle.id, input.owners);
      const { level, number, title, position, mayKeepText, help = "" } = input;
      const key = input.key || `heading_${randomUUID().slice(0, 8)}`;
      const heading: OutlineHeading = {
        key,
        sectionId: before?.sectionId ?? input.sectionId,
        level,
        number,
        title,
        position,
        owners: [...new Set(input.owners)],
        mayKeepText,
        help,
      };

      const joining = heading.owners.filter((owner) => !before?.owners.includes(owner));
      const leaving = (before?.owners ?? []).filter((owner) => !heading.owners.includes(owner));
      await refuseHandedIn(tx, actor, cycle.id, heading.sectionId, [...joining, ...leaving]);
      await refuseWritten(tx, actor, { cycleId: cycle.id, headingKey: key, owners: leaving });

      await updateOutline(tx, { ...of, headings: placeAt(outline, heading) });
      await askForSections(tx, actor, cycle, now);
      await record({ cycleId: cycle.id }, outlineChanged(cycle, before ?? null, heading));
    },
    withoutResult,
  );
}

/**
 * Removes a heading from a year's outline; refused once there is text under it.
 *
 * @throws Refusal not_found and heading_in_use
 */
export async function removeOutlineHeading(
  db: Db,
  actor: Actor,
  input: RemoveOutlineHeadingInput,
  now: Date,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const cycle = await getDraftCycle(tx, actor, input.cycleId);
      const of = { districtId: actor.districtId, cycleId: cycle.id };
      const outline = await listOutline(tx, of);
      const heading = outline.find((candidate) => candidate.key === input.key);
      if (!heading) throw new Refusal("not_found");
      const texts = await listReportTexts(tx, of);
      if (texts.some((text) => text.headingKey === heading.key)) throw new Refusal("heading_in_use");
      await refuseWritten(tx, actor, { cycleId: cycle.id, headingKey: heading.key, owners: heading.owners });
      await refuseHandedIn(tx, actor, cycle.id, heading.sectionId, heading.owners);

      await updateOutline(tx, { ...of, headings: outline.filter((candidate) => candidate.key !== heading.key) });
      await askForSections(tx, actor, cycle, now);
      await record({ cycleId: cycle.id }, outlineChanged(cycle, heading, null));
    },
    withoutResult,
  );
}

function outlineChanged(
  { year }: Cycle,
  before: OutlineHeading | null,
  after: OutlineHeading | null,
): Extract<DomainEvent, { type: "outline_changed" }> {
  const { number = "", title = "", sectionId } = after ?? before ?? {};
  const told = unitsToldOfHeading(before, after);
  return {
    type: "outline_changed",
    data: { year, heading: `${number}${title}`, told, ...(sectionId ? { sectionId } : {}) },
  };
}

async function refuseWritten(
  tx: Db,
  actor: Actor,
  params: { cycleId: string; headingKey: string; owners: readonly string[] },
): Promise<void> {
  const writers = await listHeadingWriters(tx, { scope: actor.scope, ...params });
  if (params.owners.some((owner) => writers.includes(owner))) throw new Refusal("heading_in_use");
}
