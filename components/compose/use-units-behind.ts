import { useEffect, useRef, useState } from "react";
import type { Finding } from "@/lib/domain/check/finding";
import type { UnitsBehind } from "@/lib/domain/trace-figure";

/** Asks the server which units stand behind some figures. */
export type UnitsBehindCall = (input: {
  cycleId: string;
  cellKeys: string[];
}) => Promise<
  { status: "done"; result: Readonly<Record<string, UnitsBehind>> } | { status: "refused" | "invalid" | "signed_out" }
>;

const NONE: UnitsBehind = { count: 0, units: [] };

/**
 * The units behind the figures that findings of texts name, by cell key. Each figure is asked for once, those that show at
 * the same time together. What could not be asked is left out, and asked again when another figure shows; the figure's own
 * page names its units all the same.
 */
export function useUnitsBehind(
  call: UnitsBehindCall,
  cycleId: string,
  findings: readonly Finding[],
): Readonly<Record<string, UnitsBehind>> {
  const [known, setKnown] = useState<Readonly<Record<string, UnitsBehind>>>({});
  const asked = useRef(new Set<string>());
  const named = findings.flatMap(({ text, cells: [cellKey] }) => (text && cellKey ? [cellKey] : []));
  const wanted = [...new Set(named)].toSorted().join(" ");

  useEffect(() => {
    const cellKeys = wanted.split(" ").filter((cellKey) => cellKey !== "" && !asked.current.has(cellKey));
    if (cellKeys.length === 0) return;
    for (const cellKey of cellKeys) asked.current.add(cellKey);
    const ask = async () => {
      const answer = await call({ cycleId, cellKeys }).catch(() => null);
      if (answer?.status !== "done") {
        for (const cellKey of cellKeys) asked.current.delete(cellKey);
        return;
      }
      const { result } = answer;
      const found = Object.fromEntries(cellKeys.map((cellKey) => [cellKey, result[cellKey] ?? NONE]));
      setKnown((before) => ({ ...before, ...found }));
    };
    void ask();
  }, [call, cycleId, wanted]);

  return known;
}
