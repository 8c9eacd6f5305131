import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

const FAKETIME = ["x86_64-linux-gnu", "aarch64-linux-gnu"]
  .map((kind) => `/usr/lib/${kind}/faketime/libfaketime.so.1`)
  .find((path) => existsSync(path));
export const isFakeTimeThere = FAKETIME !== undefined;

export type FalseClock = {
  /** What whoever is to believe in it finds in the environment. */
  environment: Record<string, string>;
  /** How far it is from the right time, as libfaketime writes it: `+2h`, `-2h`, `+0`. */
  set: (offset: string) => Promise<void>;
};

/** Debian's libfaketime: a clock that a trial can put forward and back while the processes run. */
export async function createFalseClock(folder: string): Promise<FalseClock> {
  const path = join(folder, "clock");
  const set = (offset: string) => writeFile(path, `${offset}\n`);
  await set("+0");
  return {
    set,
    environment: {
      LD_PRELOAD: FAKETIME ?? "",
      FAKETIME_TIMESTAMP_FILE: path,
      FAKETIME_CACHE_DURATION: "1",
      // How long something takes is measured rightly whatever the clock says, as on a real machine.
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
      DONT_FAKE_MONOTONIC: "1",
      FAKETIME_DISABLE_SHM: "1",
    },
  };
}
