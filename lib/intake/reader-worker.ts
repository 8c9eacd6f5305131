import { parentPort } from "node:worker_threads";
import { readReport } from "@/lib/intake";

/** Reads one file after another for `read-guarded`; whatever goes wrong here cannot reach the thread that asked. */
parentPort?.on("message", ({ bytes, fileName }: { bytes: Uint8Array; fileName: string }) => {
  readReport(bytes, fileName).then(
    (result) => parentPort?.postMessage(result),
    () => parentPort?.postMessage({ ok: false, problem: "broken" }),
  );
});
parentPort?.postMessage("ready");
