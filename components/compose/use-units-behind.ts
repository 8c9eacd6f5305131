import { useEffect, useState } from "react";
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
 * the same time together; where there is no answer, the figure's page still names them.
 */
export function useUnitsBehind(
  call: UnitsBehindCall,
  cycleId: string,
  findings: readonly Finding[],
): Readonly<Record<string, UnitsBehind>> {
  const [known, setKnown] = useState<Readonly<Record<string, UnitsBehind>>>({});
  const named = findings.flatMap(({ text, cells: [cellKey] }) => (text && cellKey ? [cellKey] : []));
  const missing = [...new Set(named)].filter((cellKey) => !(cellKey in known)).toSorted();
  const asked = missing.join(" ");

  useEffect(() => {
    if (asked === "") return;
    let isShown = true;
    const ask = async () => {
      const cellKeys = asked.split(" ");
      const answer = await call({ cycleId, cellKeys }).catch(() => null);
      if (!isShown) return;
      const result = answer?.status === "done" ? answer.result : {};
      setKnown((before) => ({
        ...before,
        ...Object.fromEntries(cellKeys.map((cellKey) => [cellKey, result[cellKey] ?? NONE])),
      }));
    };
    void ask();
    return () => {
      isShown = false;
    };
  }, [call, cycleId, asked]);

  return known;
}
