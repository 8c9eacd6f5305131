import type { Figures } from "@/lib/domain/cell";
import { addDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { Chance } from "@/lib/domain/testing/random";

const APPLICANTS = ["business", "research", "welfare", "legal_service", "other_organisation"];
const REFUSED =
  "state_secret other_law security_stability third_party internal_affairs deliberative enforcement_file administrative_inquiry";
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  refused: REFUSED.split(" ").map((reason) => `refused_${reason}`),
  unavailable: ["not_held", "needs_creation", "still_unclear"].map((reason) => `unavailable_${reason}`),
  not_processed: ["petition", "repeat", "publication", "excessive", "reconfirmation"].map(
    (reason) => `not_processed_${reason}`,
  ),
  other: ["other", "other_not_corrected_in_time", "other_fee_unpaid", "other_remaining"],
  public: ["granted", "granted_in_part"],
  handled: ["received", "carried_in"],
};

/** What a slot of a sentence stands for, as the sum of cells. */
export function slotCells(slot: string): string[] {
  const [row = "", column] = slot.split("@");
  if (row.includes(".")) return row.split("+");
  const rows = GROUPS[row] ?? [row];
  const columns = column === "legal" ? APPLICANTS : [column ?? "total"];
  return rows.flatMap((row) => columns.map((other) => `requests.${row}.${other}`));
}

export type WrittenSentence = { text: string; isWrong: boolean; template: string };

/**
 * Writes a sentence from a template. `{slot}` is a number of the tables, `{?}` any number that they do not know,
 * `{Y}`, `{Y+1}`, `{Y-1}` years. With `isWrong` one of the slots says something else.
 */
export function writeSentence(
  template: string,
  figures: Figures,
  year: number,
  chance: Chance,
  isWrong: boolean,
): WrittenSentence | null {
  const slots = [...template.matchAll(/\{([a-z_@.+]+)\}/g)].map((match) => match[1] ?? "");
  const values = slots.map((slot) => valueOfSlot(slot, figures));
  if (values.some((value) => value === null)) return null;
  const wrongAt = isWrong ? chance.below(slots.length) : -1;
  let at = 0;
  const text = template
    .replace(/\{Y\}/g, String(year))
    .replace(/\{Y\+1\}/g, String(year + 1))
    .replace(/\{Y-1\}/g, String(year - 1))
    .replace(/\{\?\}/g, () => String(1 + chance.below(900)))
    .replace(/\{[a-z_@.+]+\}/g, () => {
      const value = values[at] ?? "0";
      const written = at === wrongAt ? spoil(value, chance) : value;
      at += 1;
      return written;
    });
  return { text, isWrong: wrongAt >= 0, template };
}

function valueOfSlot(slot: string, figures: Figures): string | null {
  const known = slotCells(slot).filter((cell) => figures[cell] !== undefined);
  const values = known.map((cell) => figures[cell] ?? null);
  if (values.length === 0 || values.some((value) => value === null)) return null;
  return addDecimals(values.flatMap((value) => value ?? []));
}

/** One more, one less, two digits changed round, a digit too many: how numbers go wrong in an office. */
function spoil(value: string, chance: Chance): string {
  const way = chance.below(4);
  const swapped = value.replace(/^(\d)(\d)/, "$2$1");
  if (way === 0 && swapped !== value && !swapped.startsWith("0")) return swapped;
  if (way === 1 && !value.includes(".") && value !== "0") return `${value}${chance.below(10)}`;
  if (way === 2 && value !== "0" && !value.startsWith("0.")) return subtractDecimals(value, "1");
  return addDecimals([value, String(1 + chance.below(9))]);
}
