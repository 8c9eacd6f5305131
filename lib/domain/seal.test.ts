import { describe, expect, it } from "vitest";
import { type SealedText, SealedTreeSchema, sealedLine, sealedText } from "@/lib/domain/seal";

const seal: SealedText = {
  districtId: "d",
  number: 2,
  previous: "ab",
  upToEventId: 9,
  eventCount: 4,
  sealedAt: "2020-02-01T00:00:00.000Z",
  algorithm: "sm3",
  size: 9,
  root: "cd",
};

describe("sealedText", () => {
  it("holds the seal before, how far it reaches and its root, as canonical JSON with the schema's name", () => {
    expect(sealedText(seal)).toBe(
      '{"algorithm":"sm3","districtId":"d","eventCount":4,"number":2,"previous":"ab","root":"cd","schema":"nianbao.seal/2",' +
        '"sealedAt":"2020-02-01T00:00:00.000Z","size":9,"upToEventId":9}',
    );
  });

  it.each(Object.keys(seal) as (keyof SealedText)[])("is another text where %s is another", (part) => {
    expect(sealedText({ ...seal, [part]: "changed" })).not.toBe(sealedText(seal));
  });
});

describe("sealedLine", () => {
  const event = {
    id: 7,
    at: new Date("2020-01-16T08:00:00Z"),
    actorId: "u",
    actorName: "甲",
    organisationId: "o",
    cycleId: "c",
    submissionId: "s",
    reportId: null,
    type: "section_signed",
    data: { version: 1, sectionId: "active" },
  };

  it("is all of an event, with its moment in UTC", () => {
    expect(JSON.parse(sealedLine(event))).toEqual({
      id: 7,
      at: "2020-01-16T08:00:00.000Z",
      actorId: "u",
      actorName: "甲",
      organisationId: "o",
      cycleId: "c",
      submissionId: "s",
      reportId: null,
      event: { type: "section_signed", data: { version: 1, sectionId: "active" } },
    });
  });

  it.each(Object.keys(event).filter((part) => part !== "at"))("is another line where %s is another", (part) => {
    expect(sealedLine({ ...event, [part]: "changed" })).not.toBe(sealedLine(event));
  });
});

describe("SealedTreeSchema", () => {
  it("reads a tree over any number of events, and none over fewer than none or by an unknown function", () => {
    const tree = { algorithm: "sha256", size: 0, root: "", peaks: [] };
    expect(SealedTreeSchema.parse({ ...tree, size: 3, peaks: ["a", "b"] })).toEqual({
      ...tree,
      size: 3,
      peaks: ["a", "b"],
    });
    expect(SealedTreeSchema.safeParse(tree).success).toBe(true);
    expect(SealedTreeSchema.safeParse({ ...tree, size: -1 }).success).toBe(false);
    expect(SealedTreeSchema.safeParse({ ...tree, size: 1.5 }).success).toBe(false);
    expect(SealedTreeSchema.safeParse({ ...tree, algorithm: "md5" }).success).toBe(false);
  });
});
