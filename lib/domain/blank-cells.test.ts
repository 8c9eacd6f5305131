import { describe, expect, it } from "vitest";
import { decideNil, listBlanksAsZero, listTypedCells, mayBeNil, withBlanksAsZero } from "@/lib/domain/blank-cells";
import { listSectionCells } from "@/lib/domain/format-cells";
import { exampleFormat } from "@/lib/domain/testing/example-subject";

const format = exampleFormat("2021");
const sectionId = "requests" as const;
const RECEIVED = "requests.received.natural_person";
const CARRIED = "requests.carried_in.natural_person";
const none = new Map<string, string>();
const typed = listTypedCells(format, sectionId);
const zeros = Object.fromEntries(typed.map((key) => [key, "0"]));

describe("listTypedCells", () => {
  it("lists what is typed and no total, and nothing of a section of text", () => {
    const cells = listSectionCells(format, sectionId);
    expect(typed).toEqual(cells.filter((cell) => !cell.sumOf).map((cell) => cell.key));
    expect(typed.length).toBeLessThan(cells.length);
    expect(listTypedCells(format, "overview")).toEqual([]);
  });
});

describe("decideNil", () => {
  it("fills what is blank, and counts what speaks against it", () => {
    expect(decideNil({ format, sectionId, figures: { [RECEIVED]: "0" } })).toEqual({
      blanks: typed.filter((key) => key !== RECEIVED),
      filled: 0,
    });
    expect(decideNil({ format, sectionId, figures: { ...zeros, [RECEIVED]: "3" } })).toEqual({ blanks: [], filled: 1 });
  });
});

describe("mayBeNil", () => {
  const may = (figures: Record<string, string>, carried = none) => mayBeNil({ format, sectionId, figures, carried });

  it("is offered for a table in which nothing but zeros stands, and for no other", () => {
    expect([may({}), may({ [RECEIVED]: "0" }), may({ [RECEIVED]: "3" }), may(zeros)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(mayBeNil({ format, sectionId: "overview", figures: {}, carried: none })).toBe(false);
  });

  it("is not offered where the year before left requests open", () => {
    expect(may({}, new Map([[CARRIED, "2"]]))).toBe(false);
    expect(may({}, new Map([[CARRIED, "0"]]))).toBe(true);
  });
});

describe("listBlanksAsZero", () => {
  const list = (figures: Record<string, string>, carried = none) =>
    listBlanksAsZero({ format, sectionId, figures, carried });

  it("counts the blanks of a table that is filled in, and says nothing of one that is not", () => {
    expect(list({ [RECEIVED]: "3" })).toEqual(typed.filter((key) => key !== RECEIVED));
    expect(list({})).toEqual([]);
    expect(list({ [CARRIED]: "2" }, new Map([[CARRIED, "2"]]))).toEqual([]);
  });

  it("never takes for 0 what the year before left open", () => {
    expect(list({ [RECEIVED]: "3" }, new Map([[CARRIED, "2"]]))).not.toContain(CARRIED);
  });
});

describe("withBlanksAsZero", () => {
  it("fills in the tables that are begun and leaves the others as they are", () => {
    const filled = withBlanksAsZero(format, { [RECEIVED]: "3" }, none);
    expect(filled).toEqual({ ...zeros, [RECEIVED]: "3" });
    expect(withBlanksAsZero(format, {}, none)).toEqual({});
  });
});
