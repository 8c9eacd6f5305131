import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Collections of sentences that take longer than all other tests of the rules together. */
const LONG = /\/(?:phrasings|blind-sets|clerk-sentences)\.test\.ts$/;

/** Repeats the long collections only for what no other test has noticed: the first failure ends a run. */
class LongLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((left, right) => Number(LONG.test(left.moduleId)) - Number(LONG.test(right.moduleId)));
  }
}

/** The tests that are repeated for every change of a rule: those of the rules and of the formats. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("../..", import.meta.url)) } },
  test: {
    include: process.env.NIANBAO_MUTATION_TESTS?.split(",") ?? ["lib/domain/**/*.test.ts", "lib/formats/**/*.test.ts"],
    sequence: { sequencer: LongLast },
    testTimeout: 300_000,
  },
});
