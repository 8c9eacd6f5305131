import { readFileSync } from "node:fs";
import { readText } from "@/lib/intake/read-text";
import { placeReport } from "@/lib/intake/place-report";
import { decodeText } from "@/lib/intake/decode-text";
const b = readText(decodeText(readFileSync("db/demo/reports/qianwan-2019.txt")));
const r = placeReport(b);
const want = JSON.parse(readFileSync("db/demo/reports/qianwan-2019.json","utf8"));
let bad=0; for (const k of Object.keys(want.figures)) if (r.figures[k]!==want.figures[k]) {bad++; console.log(k, r.figures[k], want.figures[k]);}
console.log(bad, Object.keys(r.figures).length, r.title, r.year, r.format, r.missing_sections, r.unplaced);
console.log(r.preface, r.outline?.map(o=>`${o.key} L${o.level} ${o.number}${o.title}`), Object.entries(r.narrative!).map(([k,v])=>k+": "+v.slice(0,40)));
