import { describe, expect, it } from "vitest";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { listSearchQuery, readListSearch } from "@/lib/domain/inputs/list-search";

describe("readListSearch", () => {
  it("takes the page and the text", () => {
    expect(readListSearch({ page: "3", q: " 卫生 " })).toEqual({ page: 3, q: "卫生" });
  });

  it.each(["0", "-1", "1.5", "x", "", "1e9", String(LIMIT.page + 1)])("begins at the first page for “%s”", (page) => {
    expect(readListSearch({ page })).toEqual({ page: 1, q: "" });
  });

  it("takes the last page that an address may name", () => {
    expect(readListSearch({ page: String(LIMIT.page) }).page).toBe(LIMIT.page);
  });

  it("leaves out what the database takes in no text, and what is given twice", () => {
    expect(readListSearch({ q: "a\0b" }).q).toBe("");
    expect(readListSearch({ q: ["a", "b"], page: ["1", "2"] })).toEqual({ page: 1, q: "" });
  });
});

describe("listSearchQuery", () => {
  it("says only what is not usual", () => {
    expect(listSearchQuery({ page: 1, q: "" })).toEqual({});
    expect(listSearchQuery({ page: 2, q: "镇" })).toEqual({ page: "2", q: "镇" });
  });
});
