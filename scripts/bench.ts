import { benchDatabase } from "@/bench/database.bench";
import { benchRender } from "@/bench/render.bench";

/** Prints every figure as a ratio to a floor or peer measured in the same run; nothing is judged. */
const BENCHES = { database: benchDatabase, render: benchRender } as const;

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n· ${name}`);
  await bench((line) => console.log(line));
}
