import { createHash } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { nameCell } from "@/lib/domain/check/subject-cells";
import type { Format } from "@/lib/domain/format";
import { listOutcomes } from "@/lib/domain/ledger/count-ledger";
import { LEDGER_ROLES } from "@/lib/domain/ledger/ledger-heads";
import { EXCLUDED, OPEN } from "@/lib/domain/ledger/ledger-row";
import type { LedgerView } from "@/lib/domain/ledger/ledger-view";
import { type CountedCell, targetsOf } from "@/lib/domain/ledger/plan-ledger";
import { choicesOf, TICKED } from "@/lib/domain/ledger/propose-columns";
import { localizeFormat } from "@/lib/formats/localize-format";
import { formatMoment } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import type { LedgerPreview } from "@/lib/services/count-ledger";
import { kindName, ledgerLines, outcomeName, placesOf } from "./ledger-words";

/** What a page is given of a ledger that was read: what it would do in words, and what travels on to the next step. */
export async function givenOf(preview: LedgerPreview, now: Date): Promise<Record<string, string>> {
  const { reading, plan, digest } = preview;
  const words = sortedWords(preview).map(({ role, word, target }) => ({ role, word, target }));
  const text = JSON.stringify(reading);
  return {
    view: JSON.stringify(await viewOf(preview, now)),
    reading: text,
    readingHash: createHash("sha256").update(text).digest("hex"),
    columns: JSON.stringify(plan.columns),
    words: JSON.stringify(words),
    digest,
  };
}

async function viewOf(preview: LedgerPreview, now: Date): Promise<LedgerView> {
  const { plan, reading, cycle } = preview;
  const t = await getTranslations("ledger");
  const locale = readLocale(await getLocale());
  const format = localizeFormat(cycle.format, locale);
  const lines = await ledgerLines(reading.sheets, cycle.year, plan);
  const cellOf = ({ cellKey, from, to }: CountedCell) => ({
    place: nameCell(format, cellKey),
    from: from ?? t("blank"),
    to,
  });
  const isZero = ({ from, to }: CountedCell) => from === null && to === "0";
  return {
    summary: await summaryOf(preview, now),
    columns: LEDGER_ROLES.map((role) => ({
      role,
      label: t(`role.${role}`),
      chosen: plan.columns[role],
      choices: [
        { value: "", label: t("noColumn") },
        ...choicesOf(reading, role).map((head) => ({ value: head, label: head === TICKED ? t("ticked") : head })),
      ],
    })),
    words: sortedWords(preview).map(({ word, ...rest }) => ({ ...rest, label: word })),
    targets: { kind: await choicesFor("kind", format), outcome: await choicesFor("outcome", format) },
    changes: plan.changes.filter((cell) => !isZero(cell)).map(cellOf),
    zeros: plan.changes.filter(isZero).length,
    settled: plan.settled.map(cellOf),
    uncounted: plan.faults.length,
    ...lines,
  };
}

/** What nobody has explained stands first. */
function sortedWords({ plan }: LedgerPreview) {
  return plan.words.toSorted((left, right) => Number(left.target !== "") - Number(right.target !== "")).slice(0, 400);
}

async function choicesFor(role: "kind" | "outcome", format: Format) {
  const t = await getTranslations("ledger");
  const nameOf = role === "kind" ? kindName(format) : outcomeName(format);
  return [
    { value: "", label: t("undecided") },
    ...targetsOf(role, listOutcomes(format)).map((value) => {
      if (value === OPEN) return { value, label: t("isOpen") };
      return { value, label: value === EXCLUDED ? t("isExcluded") : nameOf(value) };
    }),
  ];
}

async function summaryOf({ reading, plan, before }: LedgerPreview, now: Date): Promise<string[]> {
  const t = await getTranslations("ledger");
  const locale = readLocale(await getLocale());
  const listed = (texts: readonly string[]) => texts.join(t("separator"));
  const rows = plan.rows.length;
  const uncounted = plan.faults.length;
  const sheets = reading.sheets.map((name) => (name === "" ? t("oneSheet") : t("sheet", { name })));
  const placeOf = placesOf(reading.sheets, t);
  const skipped = reading.skipped.slice(0, 20).map(placeOf);
  return [
    t("summary", { rows, sheets: listed(sheets), counted: rows - uncounted, uncounted }),
    ...(reading.dropped.length > 0 ? [t("dropped", { names: listed(reading.dropped) })] : []),
    ...(reading.otherSheets.length > 0 ? [t("otherSheets", { names: listed(reading.otherSheets) })] : []),
    ...(skipped.length > 0 ? [t("skipped", { lines: listed(skipped) })] : []),
    ...(before
      ? [
          t("replaces", {
            who: before.takenByName,
            when: formatMoment(before.takenAt, now, locale),
            rows: before.rowCount,
          }),
        ]
      : []),
  ];
}
