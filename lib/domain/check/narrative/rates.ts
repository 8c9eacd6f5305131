import type { Context } from "@/lib/domain/check/narrative/context";
import { has, hasHead, type Phrase, topicsOf } from "@/lib/domain/check/narrative/phrase";
import { cellsQuantity, flowQuantity, type Quantity, requestQuantity } from "@/lib/domain/check/narrative/quantity";
import { isCase } from "@/lib/domain/check/narrative/tag";

/** A share that has a name of its own: 办结率 is what was concluded of what was to be handled. */
export type Rate = {
  parts: readonly Quantity[];
  wholes: readonly Quantity[];
  /** Nothing says that the cases are those of disclosure: only a slip of the number is held against it. */
  isLikely?: boolean;
};

/** A rate of what was due (按时办结率) says nothing of what was not. */
const RATE =
  /(?<!按时|按期|如期|及时|准时|限时|限期|期限内|时限内|期内)(办结|办理|答复|回复|办复|纠正|纠错|败诉|维持|公开)率(?:约)?(?:为|是|达|达到)?$/u;
const SUITS = ["direct_suit", "suit_after_review"];

/** The rate that the words before a percentage name; null where it is of something that the tables do not know. */
export function readRate(words: string, own: (words: string) => Phrase, context: Context): Rate | null {
  const named = RATE.exec(words.replace(/[（(][^（）()\d]*[）)]/gu, ""));
  const ofOutcome = readOutcomeRate(words, own, context);
  if (ofOutcome || !named) return ofOutcome;
  if (context.time !== "this" || context.partOnly || context.isAside) return null;
  const phrase = own(words.slice(0, named.index));
  if (phrase.residue !== "" || has(phrase, "column") || has(phrase, "category")) return null;
  const { format } = context;
  const known = (quantities: readonly (Quantity | null)[]) => quantities.filter((quantity) => quantity !== null);
  const topic = topicsOf(phrase)[0] ?? context.topic;
  switch (named[1]) {
    case "纠正":
    case "纠错":
    case "败诉":
    case "维持": {
      if (!isCase(topic)) return null;
      const groups = topic === "review" ? ["review"] : context.suit ? [context.suit] : SUITS;
      const sum = (columns: readonly string[]) =>
        cellsQuantity(
          format,
          groups.flatMap((group) => columns.map((column) => `litigation.${group}.${column}`)),
        );
      const part = sum([named[1] === "维持" ? "upheld" : "corrected"]);
      return {
        parts: known([part]),
        wholes: known([sum(["total"]), sum(["upheld", "corrected", "other"])]),
        isLikely: !context.areOurCases,
      };
    }
    case "公开": {
      if (context.topic !== "requests" || hasHead(phrase)) return null;
      const parts = [["granted", "granted_in_part"], ["granted"]].map((rows) => requestQuantity(format, rows, TOTAL));
      return { parts: known(parts), wholes: known(WHOLES.map((flow) => flowQuantity(format, flow, TOTAL))) };
    }
    default:
      if (context.topic !== "requests" && !has(phrase, "request")) return null;
      return {
        parts: known([flowQuantity(format, "concluded", TOTAL)]),
        wholes: known((["handled", "received"] as const).map((flow) => flowQuantity(format, flow, TOTAL))),
      };
  }
}

/** 部分公开率: how much of what was concluded came to that. */
function readOutcomeRate(words: string, own: (words: string) => Phrase, context: Context): Rate | null {
  const named = /^(.{2,12})率(?:约)?(?:为|是|达|达到)?$/u.exec(words.trim())?.[1];
  if (!named || context.time !== "this" || context.partOnly) return null;
  const phrase = own(named);
  const rows = phrase.words.flatMap(({ tag }) => (tag.kind === "outcome" ? tag.rows : []));
  if (rows.length === 0 || phrase.residue !== "" || has(phrase, "column")) return null;
  const part = requestQuantity(context.format, rows, TOTAL);
  const wholes = WHOLES.flatMap((flow) => flowQuantity(context.format, flow, TOTAL) ?? []);
  return part ? { parts: [part], wholes, isLikely: true } : null;
}

const TOTAL = ["total"];
const WHOLES = ["concluded", "received", "handled"] as const;
