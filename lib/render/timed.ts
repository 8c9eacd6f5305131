import { channel } from "node:diagnostics_channel";

const rendered = channel("nianbao.render");

/** Publishes on a diagnostics channel how long a file took to write. */
export async function timed<Result>(format: string, write: () => Promise<Result> | Result): Promise<Result> {
  const startedAt = performance.now();
  const result = await write();
  rendered.publish({ format, ms: performance.now() - startedAt });
  return result;
}
