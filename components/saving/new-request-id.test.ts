import { describe, expect, it } from "vitest";
import { z } from "zod";
import { newRequestId } from "./new-request-id";

describe("newRequestId", () => {
  it("makes ids that the forms' schemas take, each another", () => {
    const ids = Array.from({ length: 200 }, newRequestId);

    expect(ids.filter((id) => !z.uuidv4().safeParse(id).success)).toEqual([]);
    expect(new Set(ids).size).toBe(200);
  });
});
