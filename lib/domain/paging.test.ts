import { describe, expect, it } from "vitest";
import { PAGE_SIZE, pageOf, pagesToName, placePage, readPage } from "@/lib/domain/paging";

describe("placePage", () => {
  it("has one page where everything fits on it, also where there is nothing", () => {
    expect(placePage(0, 1)).toEqual({ page: 1, pageCount: 1, limit: PAGE_SIZE, offset: 0 });
    expect(placePage(PAGE_SIZE, 1)).toMatchObject({ page: 1, pageCount: 1 });
    expect(placePage(PAGE_SIZE + 1, 1)).toMatchObject({ page: 1, pageCount: 2 });
  });

  it("gives the last page for one behind it, and the first for one before it", () => {
    expect(placePage(PAGE_SIZE * 3, 99)).toMatchObject({ page: 3, offset: PAGE_SIZE * 2 });
    expect(placePage(PAGE_SIZE * 3, -4)).toMatchObject({ page: 1, offset: 0 });
  });
});

describe("pageOf", () => {
  it("cuts the page out of rows at hand", () => {
    const rows = Array.from({ length: PAGE_SIZE + 2 }, (_, index) => index);

    expect(pageOf(rows, 2)).toEqual({ rows: [PAGE_SIZE, PAGE_SIZE + 1], total: PAGE_SIZE + 2, page: 2, pageCount: 2 });
  });
});

describe("readPage", () => {
  it("asks for nothing where nothing is", async () => {
    const read = () => Promise.reject(new Error("asked"));

    expect(await readPage(3, { count: async () => 0, read })).toEqual({ rows: [], total: 0, page: 1, pageCount: 1 });
  });

  it("asks for the last page where the one wanted is gone", async () => {
    const read = async ({ offset }: { offset: number }) => [offset];

    expect(await readPage(9, { count: async () => PAGE_SIZE + 5, read })).toMatchObject({ rows: [PAGE_SIZE], page: 2 });
  });
});

describe("pagesToName", () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [3, 3, [1, 2, 3]],
    [4, 4, [1, 2, 3, 4]],
    [1, 4, [1, 2, 3, 4]],
    [5, 5, [1, null, 4, 5]],
    [4, 9, [1, 2, 3, 4, 5, null, 9]],
    [6, 9, [1, null, 5, 6, 7, 8, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
  ])(
    "names, of page %i of %i, its neighbours and both ends; one page alone is never left out",
    (page, count, names) => {
      expect(pagesToName(page, count)).toEqual(names);
    },
  );

  it("names all of a few pages", () => {
    expect(pagesToName(1, 1)).toEqual([1]);
    expect(pagesToName(2, 4)).toEqual([1, 2, 3, 4]);
  });

  it("leaves out what is far from the present one", () => {
    expect(pagesToName(1, 84)).toEqual([1, 2, null, 84]);
    expect(pagesToName(40, 84)).toEqual([1, null, 39, 40, 41, null, 84]);
    expect(pagesToName(84, 84)).toEqual([1, null, 83, 84]);
  });
});
