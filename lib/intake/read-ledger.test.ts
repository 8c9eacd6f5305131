import { describe, expect, it } from "vitest";
import { listLateAnswers } from "@/lib/domain/ledger/answer-time";
import { countLedger, judgeRow, listOutcomes } from "@/lib/domain/ledger/count-ledger";
import { interpretLedger } from "@/lib/domain/ledger/interpret-ledger";
import { proposeColumns } from "@/lib/domain/ledger/propose-columns";
import { annualReport2021 as FORMAT } from "@/lib/formats/annual-report-2021";
import { readLedger } from "@/lib/intake/read-ledger";
import { MADE_LEDGERS } from "@/lib/intake/testing/made-ledger-makes";
import { MADE_REQUESTS } from "@/lib/intake/testing/made-ledgers";

const OUTCOMES = listOutcomes(FORMAT);

/** Table three of the made-up year, counted by hand; every other cell is 0. */
const COUNTED_BY_HAND = {
  "requests.received.natural_person": "11",
  "requests.received.business": "4",
  "requests.received.research": "1",
  "requests.received.welfare": "1",
  "requests.received.legal_service": "1",
  "requests.received.other_organisation": "1",
  "requests.carried_in.natural_person": "1",
  "requests.carried_in.legal_service": "1",
  "requests.granted.natural_person": "3",
  "requests.granted.business": "2",
  "requests.granted.research": "1",
  "requests.granted.welfare": "1",
  "requests.granted_in_part.natural_person": "1",
  "requests.granted_in_part.legal_service": "1",
  "requests.granted_in_part.other_organisation": "1",
  "requests.refused_state_secret.natural_person": "1",
  "requests.refused_third_party.business": "1",
  "requests.refused_deliberative.natural_person": "1",
  "requests.unavailable_not_held.natural_person": "1",
  "requests.unavailable_not_held.legal_service": "1",
  "requests.unavailable_needs_creation.natural_person": "1",
  "requests.not_processed_petition.natural_person": "1",
  "requests.not_processed_repeat.natural_person": "1",
  "requests.other_not_corrected_in_time.natural_person": "1",
  "requests.carried_out.natural_person": "1",
  "requests.carried_out.business": "1",
};

const NOTHING_CHOSEN = { kind: new Map<string, string>(), outcome: new Map<string, string>() };

describe("twenty ledgers of different make", () => {
  it.each(MADE_LEDGERS)("are counted as by hand: $make", async ({ write }) => {
    const read = readLedger(await write(), { outcomes: OUTCOMES, remembered: [] });
    if (!read.ok) throw new Error(read.problem);
    const { reading } = read;
    const columns = proposeColumns(reading, OUTCOMES, null);
    const { rows, words } = interpretLedger(reading, columns, NOTHING_CHOSEN, OUTCOMES);

    expect(words.filter(({ target }) => target === "")).toEqual([]);
    const faulty = rows.filter((row) => judgeRow(row, 2026).fault !== null);
    expect(faulty).toEqual([]);
    const counts = Object.entries(countLedger(rows, FORMAT, 2026)).filter(([, count]) => count !== "0");
    expect(Object.fromEntries(counts)).toEqual(COUNTED_BY_HAND);

    const kept = JSON.stringify(rows);
    const carried = JSON.stringify(reading);
    for (const { name } of MADE_REQUESTS) {
      expect(kept).not.toContain(name);
      expect(carried).not.toContain(name);
    }
    expect(carried).not.toMatch(/1380000|号地块/);
  });

  it("are twenty", () => {
    expect(MADE_LEDGERS).toHaveLength(20);
  });

  it("lists the answer that took longer than 20 working days, by the calendar of the year", async () => {
    const [plain] = MADE_LEDGERS;
    const read = readLedger((await plain?.write()) ?? new Uint8Array(), { outcomes: OUTCOMES, remembered: [] });
    if (!read.ok) throw new Error(read.problem);
    const { rows } = interpretLedger(
      read.reading,
      proposeColumns(read.reading, OUTCOMES, null),
      NOTHING_CHOSEN,
      OUTCOMES,
    );
    // Between them lie the mid-autumn days, the national holiday, and two Saturdays or Sundays worked for it.
    expect(listLateAnswers(rows, [])).toEqual([
      { sheet: 0, row: 19, received: "2026-09-10", answered: "2026-10-30", days: 32, allowed: 20 },
    ]);
  });
});
