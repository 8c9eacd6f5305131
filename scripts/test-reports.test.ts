import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT_DIR } from "./project-dir";
import { readPlaywrightReport, readVitestReport } from "./test-reports";

describe("the reports of the test tools", () => {
  it("name each failed test of Vitest with what it said, and a file that could not be loaded", () => {
    const count = readVitestReport({
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        {
          name: join(PROJECT_DIR, "lib/sum.test.ts"),
          status: "failed",
          assertionResults: [
            { status: "passed", fullName: "sum adds", failureMessages: [] },
            {
              status: "failed",
              fullName: "sum is exact",
              failureMessages: ["\u001b[31mexpected 2\u001b[39m\n\n  at x"],
            },
          ],
        },
        {
          name: join(PROJECT_DIR, "lib/gone.test.ts"),
          status: "failed",
          message: "no such file",
          assertionResults: [],
        },
      ],
    });
    expect(count).toEqual({
      passed: 1,
      failed: 2,
      failures: ["lib/sum.test.ts › sum is exact\n    expected 2\n      at x", "lib/gone.test.ts\n    no such file"],
    });
  });

  it("name each failed journey of Playwright, and count what passed at its second try", () => {
    const journey = (title: string, status: string, messages: (string | undefined)[]) => ({
      title,
      file: "submit.spec.ts",
      tests: [
        {
          status,
          projectName: "demonstration",
          results: messages.map((message) => (message === undefined ? {} : { error: { message } })),
        },
      ],
    });
    const count = readPlaywrightReport({
      stats: { expected: 1, unexpected: 1, flaky: 1 },
      suites: [
        {
          specs: [journey("signs in", "expected", [undefined])],
          suites: [
            { specs: [journey("submits", "unexpected", ["not visible"]), journey("undoes", "flaky", ["late"])] },
          ],
        },
      ],
    });
    expect(count).toEqual({
      passed: 2,
      failed: 1,
      flaky: 1,
      failures: ["e2e/submit.spec.ts › [demonstration] submits\n    not visible"],
    });
  });

  it("are none where a tool ended before it wrote one", () => {
    expect(readVitestReport(null)).toBeNull();
    expect(readPlaywrightReport({ suites: [] })).toBeNull();
  });
});
