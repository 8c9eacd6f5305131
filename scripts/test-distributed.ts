import { printLine } from "./console-output";
import { run } from "./test-run";

// The services' tests on a Citus cluster: an empty database of it, with at least one worker, as its owner and superuser.
if (process.env.NIANBAO_TEST_CLUSTER) {
  const files = process.argv.slice(2);
  process.exitCode = await run([
    ...["vitest", "run", "--config", "scripts/vitest.config.ts", "--project", "distributed", ...files],
  ]);
} else {
  printLine("没有可供测试的 Citus 集群：NIANBAO_TEST_CLUSTER 没有写明地址，未作测试（见 docs/scale.md）。");
  printLine(
    "There is no Citus cluster to try: NIANBAO_TEST_CLUSTER names none, so nothing was tried (see docs/scale.md).",
  );
}
