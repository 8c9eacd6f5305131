import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ALL_ACTIONS } from "@/lib/web/testing/actions/all-actions";

const MAKERS = {
  guarded: ["formAction", "callAction", "directCall"],
  signed_in: ["formAction", "callAction"],
  open: ["openFormAction"],
  function: ["function"],
} as const;

/** Every exported action and direct call as `file#name`, with what makes it. */
function actionsOf(file: string): (readonly [string, string])[] {
  const text = readFileSync(file, "utf8");
  if (!text.startsWith('"use server";') && !text.includes(" = directCall(")) return [];
  return [...text.matchAll(/^export (?:const (\w+) = (\w+)|async function (\w+))/gm)].map(
    ([, constant, maker, name]) => [`${file}#${constant ?? name}`, maker ?? "function"],
  );
}

it("lists every server action and direct call, and each is made as its row says", () => {
  const found = globSync("{app,components,lib}/**/*.{ts,tsx}").flatMap(actionsOf);
  const listed = new Map(ALL_ACTIONS.map(({ file, name, row }) => [`${file}#${name}`, row]));
  expect(found.map(([action]) => action).toSorted()).toEqual([...listed.keys()].toSorted());
  const otherwise = found.filter(([action, maker]) => {
    const row = listed.get(action);
    return !row || !(MAKERS[row.kind] as readonly string[]).includes(maker);
  });
  expect(otherwise).toEqual([]);
});
