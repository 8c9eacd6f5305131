import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addLeaf, EMPTY_TREE, pathOf, rootOf } from "@/lib/domain/merkle";
import { checkProof, type ProofHashes, readSealDigits } from "@/lib/domain/proof";
import { sealedLine, sealedText } from "@/lib/domain/seal";

const hex = (...parts: (string | Uint8Array)[]) =>
  parts.reduce((digest, part) => digest.update(part), createHash("sha256")).digest("hex");
const tree = {
  leaf: (text: string) => hex(Uint8Array.of(0), text),
  node: (left: string, right: string) => hex(Uint8Array.of(1), left, right),
};
const hashes: ProofHashes = { tree: () => tree, seal: (_algorithm, text) => hex(text) };

const AT = new Date("2020-01-16T08:00:00.000Z");
const event = { type: "submission_approved", data: { sectionId: "active", version: 1 } } as const;
const about = {
  id: 2,
  actorId: null,
  actorName: "甲",
  organisationId: null,
  cycleId: null,
  submissionId: null,
  reportId: null,
};

/** A proof for the second of three events, of which `line` is the text, and the hash of its seal. */
function prove(line: string) {
  const leaves = ["first", line, "third"].map(tree.leaf);
  const root = rootOf(
    leaves.reduce((grown, leaf) => addLeaf(grown, leaf, tree), EMPTY_TREE),
    tree,
  );
  const seal = {
    districtId: "0198e000-0000-7000-8000-000000000001",
    number: 1,
    previous: "",
    upToEventId: 3,
    eventCount: 3,
    sealedAt: "2020-02-01T00:00:00.000Z",
    algorithm: "sha256" as const,
    size: 3,
  };
  const proof = {
    schema: "nianbao.proof/1",
    district: "示例区",
    event: line,
    index: 1,
    path: pathOf(leaves, 1, tree),
    seal,
  };
  return { proof, hash: hex(sealedText({ ...seal, root })) };
}

const LINE = sealedLine({ ...about, at: AT, ...event });
const { proof, hash } = prove(LINE);
const check = (change: object, digits = hash) => checkProof(JSON.stringify({ ...proof, ...change }), digits, hashes);

describe("checkProof", () => {
  it("shows the event that leads to the seal, by all digits of the seal or its first ones", () => {
    const shown = {
      ok: true,
      event: { ...about, at: AT, event },
      district: "示例区",
      seal: { hash, number: 1, sealedAt: new Date("2020-02-01T00:00:00.000Z") },
    };
    expect(check({})).toEqual(shown);
    expect(check({}, hash.slice(0, 16))).toEqual(shown);
  });

  it.each([
    ["another event", { event: LINE.replace("甲", "乙") }],
    ["another place", { index: 2 }],
    ["another path", { path: [tree.leaf("x"), tree.leaf("y")] }],
    ["another seal's number", { seal: { ...proof.seal, number: 2 } }],
    ["another seal before", { seal: { ...proof.seal, previous: hash } }],
    ["another time", { seal: { ...proof.seal, sealedAt: "2020-02-02T00:00:00.000Z" } }],
  ])("does not lead to the seal from %s", (_what, change) => {
    expect(check(change).ok).toBe(false);
  });

  it("says that a seal with other digits is not this one", () => {
    expect(check({}, "0".repeat(16))).toEqual({ ok: false, fault: "other_seal" });
    expect(check({}, hash.slice(-16))).toEqual({ ok: false, fault: "other_seal" });
  });

  it.each([
    ["nothing", ""],
    ["a list", "[]"],
    ["another file", JSON.stringify({ ...proof, schema: "nianbao.report/1" })],
    ["a path of too few hashes", JSON.stringify({ ...proof, path: [] })],
    ["a place outside of its tree", JSON.stringify({ ...proof, index: 3 })],
    ["a place before the first", JSON.stringify({ ...proof, index: -1 })],
    ["a path that is no list of hashes", JSON.stringify({ ...proof, path: ["ab"] })],
    ["a longer hash", JSON.stringify({ ...proof, path: [`${hash}0`, hash] })],
    ["a path longer than any tree", JSON.stringify({ ...proof, path: Array.from({ length: 61 }, () => hash) })],
    ["a district's name beyond measure", JSON.stringify({ ...proof, district: "区".repeat(201) })],
    ["no seal", JSON.stringify({ ...proof, seal: undefined })],
    ["a seal of no district", JSON.stringify({ ...proof, seal: { ...proof.seal, districtId: "" } })],
    ["a seal before that is no hash", JSON.stringify({ ...proof, seal: { ...proof.seal, previous: "x" } })],
  ])("takes %s for no proof", (_what, text) => {
    expect(checkProof(text, hash, hashes)).toEqual({ ok: false, fault: "malformed" });
  });

  it.each([
    ["is of a type that this version does not know", LINE.replace("submission_approved", "section_sung")],
    ["holds more than is shown", LINE.replace('{"actorId"', '{"aside":"x","actorId"')],
    ["holds more in its data than is shown", LINE.replace('"version":1', '"version":1,"without":"x"')],
    ["is not written in the one way", ` ${LINE}`],
    ["is no event", "hello"],
    ["has no moment", LINE.replace(AT.toISOString(), "yesterday")],
  ])("shows nothing of an event whose text %s, though the seal holds it", (_what, line) => {
    const other = prove(line);
    const checked = checkProof(JSON.stringify(other.proof), other.hash, hashes);
    expect(checked).toEqual({ ok: false, fault: "event_unknown" });
  });
});

describe("an event from before its type had a field", () => {
  it.each([
    [
      { type: "section_signed", data: { sectionId: "active", version: 1 } },
      { type: "section_signed", data: { sectionId: "active", version: 1, answers: [] } },
    ],
    [
      { type: "reopening_undone", data: { sectionId: "active", version: 1 } },
      { type: "reopening_undone", data: { sectionId: "active", version: 1, changes: [], texts: [] } },
    ],
  ])("is proven as it was hashed, and shown with what the field stands for: %j", (hashed, shown) => {
    const old = prove(sealedLine({ ...about, at: AT, ...hashed }));
    const checked = checkProof(JSON.stringify(old.proof), old.hash, hashes);
    expect(checked).toMatchObject({ ok: true, event: { ...about, at: AT, event: shown } });
  });
});

describe("readSealDigits", () => {
  const digits = "0123456789abcdef";

  it.each([
    [digits, digits],
    [digits.toUpperCase(), digits],
    ["0123 4567-89ab·cdef", digits],
    [digits.repeat(4), digits.repeat(4)],
    [digits.slice(1), null],
    [`${digits.repeat(4)}0`, null],
    [`x${digits}`, null],
    [`${digits}x`, null],
    ["", null],
  ])("reads %j as %j", (typed, read) => {
    expect(readSealDigits(typed)).toBe(read);
  });
});
