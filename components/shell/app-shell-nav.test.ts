import { describe, expect, it } from "vitest";
import { findCurrent } from "@/components/shell/app-shell-nav";

const items = [
  { key: "overview", href: "/review" },
  { key: "review", href: "/review/queue", also: ["/review/"] },
  { key: "rollup", href: "/report/1" },
  { key: "compose", href: "/report/1/compose" },
];

describe("findCurrent", () => {
  it("marks one place, the one that says most", () => {
    expect(findCurrent(items, "/review")).toBe("overview");
    expect(findCurrent(items, "/review/queue")).toBe("review");
    expect(findCurrent(items, "/review/8745392e")).toBe("review");
    expect(findCurrent(items, "/report/1/compose")).toBe("compose");
    expect(findCurrent(items, "/report/1")).toBe("rollup");
    expect(findCurrent(items, "/history")).toBeNull();
  });
});
