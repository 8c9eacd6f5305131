import { printFailure, runStep } from "./console-output";
import { checkNode } from "./start-checks";

async function build(): Promise<void> {
  checkNode();
  // Only a suitable Node can load these.
  const { ensureBuilt, isBuilt } = await import("./build");
  const { findBinaries } = await import("@/db/embedded-binaries");
  if (!(await isBuilt())) await runStep("构建应用（约半分钟）", "Building the app (about half a minute)", ensureBuilt);
  // Completes the database's files too, so that nothing is written into this folder afterwards.
  await findBinaries().catch(() => undefined);
}

build().catch((error: unknown) => {
  printFailure(error);
  process.exit();
});
