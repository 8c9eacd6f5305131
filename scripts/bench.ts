import { benchBytes } from "@/bench/bytes.bench";
import { benchCheck } from "@/bench/check.bench";
import { benchEvening } from "@/bench/evening.bench";
import { benchNation } from "@/bench/nation.bench";
import { benchPages } from "@/bench/pages.bench";
import { benchRender } from "@/bench/render.bench";
import { benchRollUp } from "@/bench/roll-up.bench";
import { benchSignIn } from "@/bench/sign-in.bench";
import { benchSize } from "@/bench/size.bench";
import { benchStart } from "@/bench/start.bench";
import { benchStorm } from "@/bench/storm.bench";
import { benchSubmit } from "@/bench/submit.bench";

/** Prints every figure as a ratio to a floor or peer measured in the same run; nothing is judged. */
const BENCHES = {
  "roll-up": benchRollUp,
  submit: benchSubmit,
  storm: benchStorm,
  evening: benchEvening,
  pages: benchPages,
  bytes: benchBytes,
  "sign-in": benchSignIn,
  start: benchStart,
  size: benchSize,
  nation: benchNation,
  render: benchRender,
  check: benchCheck,
} as const;

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n· ${name}`);
  await bench((line) => console.log(line));
}
