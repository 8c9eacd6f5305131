import { describe, expect, it } from "vitest";
import { HEAD_STATEMENTS } from "@/lib/domain/head-statement";
import { SignSubmissionSchema } from "@/lib/domain/inputs/section";

const form = {
  requestId: "00000000-0000-4000-8000-000000000001",
  submissionId: "00000000-0000-4000-8000-000000000002",
  expectedRevision: "3",
};
const allYes = Object.fromEntries(HEAD_STATEMENTS.map((statement) => [`holds:${statement}`, "yes"]));

const problemsOf = (fields: Record<string, string>) =>
  SignSubmissionSchema.safeParse({ ...form, ...fields }).error?.issues.map(({ path }) => path[0]) ?? [];

describe("the answers of a unit's head", () => {
  it("are all read, with the reason of what does not hold and none of what does", () => {
    const fields = { ...allYes, "holds:fees": "no", "because:fees": " 收据不全 ", "because:scope": "忘了删" };
    const { answers } = SignSubmissionSchema.parse({ ...form, ...fields });
    expect(answers).toEqual(
      HEAD_STATEMENTS.map((statement) =>
        statement === "fees"
          ? { statement, holds: false, reason: "收据不全" }
          : { statement, holds: true, reason: null },
      ),
    );
  });

  it("are missed one by one", () => {
    expect(problemsOf({})).toEqual(HEAD_STATEMENTS.map((statement) => `holds:${statement}`));
    expect(problemsOf({ ...allYes, "holds:scope": "maybe" })).toEqual(["holds:scope"]);
  });

  it("need a reason where they say no", () => {
    expect(problemsOf({ ...allYes, "holds:fees": "no" })).toEqual(["because:fees"]);
    expect(problemsOf({ ...allYes, "holds:fees": "no", "because:fees": "  " })).toEqual(["because:fees"]);
    expect(problemsOf({ ...allYes, "holds:fees": "no", "because:fees": "长".repeat(2001) })).toEqual(["because:fees"]);
  });
});
