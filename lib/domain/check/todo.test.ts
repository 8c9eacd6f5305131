import { describe, expect, it } from "vitest";
import type { Finding } from "@/lib/domain/check/finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { sortTodo } from "@/lib/domain/check/todo";

const blank = (cell: string): Finding =>
  newFinding({ rule: "BLANK", severity: "error", cells: [cell], messageKey: "blank" });
const dash = newFinding({ rule: "BLANK", severity: "error", cells: ["a.b"], actual: "-", messageKey: "blank_mark" });
const outlier = newFinding({ rule: "OUTLIER", severity: "warning", cells: ["a.c"], messageKey: "items_doubled" });
const authority = newFinding({ rule: "REGULATION-AUTHORITY", severity: "info", messageKey: "regulation_authority" });

describe("sortTodo", () => {
  it("tells few blank cells one by one and many as one", () => {
    const few = sortTodo(["a.1", "a.2", "a.3"].map(blank), new Set());
    expect([few.errors.length, few.blanks.length, few.blocking]).toEqual([3, 0, 3]);

    const many = sortTodo([dash, ...["a.1", "a.2", "a.3", "a.4"].map(blank)], new Set());
    expect(many.errors).toEqual([dash]);
    expect([many.blanks.length, many.blocking]).toEqual([4, 5]);
  });

  it("lets an explained warning and a hint pass", () => {
    expect(sortTodo([outlier, authority], new Set()).blocking).toBe(1);

    const todo = sortTodo([outlier, authority], new Set([outlier.id]));
    expect([todo.explained, todo.infos, todo.warnings, todo.blocking]).toEqual([[outlier], [authority], [], 0]);
  });
});
