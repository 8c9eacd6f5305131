import { describe, expect, it } from "vitest";
import { describeEvent, listTypesOfKinds } from "@/lib/domain/describe-event";
import { EVENT_TYPES } from "@/lib/domain/events";
import { EVENT_KINDS, kindOfEvent } from "@/lib/domain/events/event-rows";
import type { EventWords } from "@/lib/domain/events/event-words";
import { exampleEvents } from "@/lib/domain/testing/example-events";

const words: EventWords = {
  part: (unit, section) => `${unit ?? ""}“${section}”`,
  sections: (ids) => ids.join("、"),
  place: (anchor) => `[${anchor}]`,
  role: (role) => role,
  rule: (rule) => rule,
  due: (moment) => moment.slice(0, 10),
};

describe("describeEvent", () => {
  it("has an example of every type, so that no sentence goes untested", () => {
    expect(new Set(exampleEvents().map((event) => event.type))).toEqual(new Set(EVENT_TYPES));
  });

  it("leaves the unit out where the person's name begins with it", () => {
    const event = { type: "submission_approved", data: { sectionId: "active", version: 1 } } as const;
    const told = { event, unitName: "财政局", year: 2019 };
    expect(describeEvent({ ...told, actorName: "财政局填报人" }, words).values).toMatchObject({ part: "“active”" });
    expect(describeEvent({ ...told, actorName: "审核人" }, words).values).toMatchObject({ part: "财政局“active”" });
  });

  it("lists changed values with the names of their cells", () => {
    const [change] = describeEvent(
      {
        actorName: "王芳",
        unitName: null,
        year: null,
        event: {
          type: "figures_saved",
          data: { sectionId: "active", changes: [{ cellKey: "active.rules.made", from: null, to: "3" }] },
        },
      },
      words,
    ).changes;
    expect(change).toEqual({ place: "[active.rules.made]", from: null, to: "3" });
  });

  it("puts every type under one kind", () => {
    for (const type of EVENT_TYPES) expect(EVENT_KINDS).toContain(kindOfEvent(type));
    expect(listTypesOfKinds(EVENT_KINDS).length).toBe(EVENT_TYPES.length);
  });
});
