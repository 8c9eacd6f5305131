import type { Frame } from "@/lib/domain/check/narrative/frame";
import { cellsQuantity, flowQuantity, type Quantity, requestQuantity } from "@/lib/domain/check/narrative/quantity";
import { type Flow, isActive, isCase, type Topic } from "@/lib/domain/check/narrative/tag";
import type { Format } from "@/lib/domain/format";

type Found = readonly (Quantity | null)[];

const COUNTS = new Set([..."件份宗起例条", ""]);
/** Cases and decisions are no courses (次) and no items (个). */
const CASES = new Set([..."件起宗例", ""]);
const DOCUMENTS = new Set([...COUNTS, "部", "个"]);
const ITEMS = new Set(["项", "个", ""]);
const MONEY = new Set(["万元", "亿元", "元"]);

/** Every quantity of the form that a frame may mean, the plainest first; none where it names what no table has. */
export function quantitiesOf(frame: Frame, unit: string, format: Format): readonly Quantity[] {
  const found = MONEY.has(unit) ? ofMoney(frame, format) : ofCounts(frame, unit, format);
  return [...new Set(found.filter((quantity) => quantity !== null))];
}

function ofCounts(frame: Frame, unit: string, format: Format): Found {
  if (frame.object === "cases") return CASES.has(unit) ? ofCases(frame, format) : [];
  if (frame.object === "requests") return COUNTS.has(unit) ? ofRequests(frame, format) : [];
  if (DECISIONS.every((topic) => frame.topics.includes(topic)))
    return CASES.has(unit)
      ? [
          cellsQuantity(
            format,
            DECISIONS.map((topic) => `active.${topic}.decisions`),
          ),
        ]
      : [];
  return frame.topics.length === 1 ? ofActive(frame.topics[0] ?? null, frame, unit, format) : [];
}

/** 许可、处罚、强制三类决定合计. */
const DECISIONS = ["licensing", "penalties", "coercion"] as const;

function ofMoney({ topics, measures }: Frame, format: Format): Found {
  const named = topics.filter((topic) => topic === "fees" || topic === "procurement");
  const [topic] = named;
  if (!topic || named.length > 1 || (topic === "procurement" && !measures.includes("money"))) return [];
  return [cellsQuantity(format, [`active.${topic}.amount`])];
}

const SUITS = ["direct_suit", "suit_after_review"];

function ofCases({ topics, suits, results, flows }: Frame, format: Format): Found {
  const groups: (readonly string[])[] =
    suits.length === 1
      ? [suits]
      : topics.includes("review") && topics.includes("suit")
        ? [["review", ...SUITS]]
        : topics.includes("review")
          ? [["review"]]
          : topics.includes("suit")
            ? [SUITS, ...SUITS.map((suit) => [suit])]
            : [];
  const isDone = flows.some((flow) => flow === "concluded");
  const isLeft = flows.some((flow) => flow.startsWith("carried"));
  const columns = results.length > 0 ? [results] : isLeft ? [["pending"]] : isDone ? [DECIDED] : [["total"]];
  return groups.flatMap((group) =>
    columns.map((names) =>
      cellsQuantity(
        format,
        group.flatMap((one) => names.map((name) => `litigation.${one}.${name}`)),
        group.length * names.length > 1 ? nameOfCases(group) : undefined,
      ),
    ),
  );
}

const DECIDED = ["upheld", "corrected", "other"];

function nameOfCases(group: readonly string[]): string {
  return group.length === 1 && group[0] === "review"
    ? "行政复议"
    : group.length === 3
      ? "行政复议和行政诉讼"
      : "行政诉讼";
}

const TOTAL = ["total"];

function ofRequests({ flows, outcomes, applicants }: Frame, format: Format): Found {
  const columns = applicants.length > 0 ? [widestOf(applicants)] : [TOTAL];
  if (outcomes.length > 0) {
    const whose = applicants.length > 0 ? [...columns, TOTAL] : columns;
    const single = outcomes.filter((rows) => rows.length === 1);
    const all = [...new Set(outcomes.flat())];
    const rowsMeant = [...(single.length === 1 ? single : []), all, ...outcomes];
    return whose.flatMap((column) => rowsMeant.map((rows) => requestQuantity(format, rows, column)));
  }
  const isSum = flows.includes("received") && flows.includes("carried_in");
  const meant = isSum ? (["handled"] as const) : flows.length > 0 ? flows.flatMap(waysOf) : WHOLES;
  return columns.flatMap((column) => meant.map((flow) => flowQuantity(format, flow, column)));
}

const WHOLES = ["received", "handled", "concluded"] as const;

/** 受理 and 办理 are said of what came, of what was to be done and of what was done. */
function waysOf(flow: Flow): readonly Exclude<Flow, "carried">[] {
  if (flow === "carried") return ["carried_in", "carried_out"];
  return flow === "accepted" || flow === "handled" ? [flow, ...WHOLES] : [flow];
}

function widestOf(applicants: Frame["applicants"]): readonly string[] {
  return [...new Set(applicants.flat())];
}

function ofActive(topic: Topic | null, frame: Frame, unit: string, format: Format): Found {
  if (!isActive(topic) || isCase(topic)) return [];
  const cell = (...columns: string[]) =>
    cellsQuantity(
      format,
      columns.map((column) => `active.${topic}.${column}`),
    );
  if (topic === "regulations" || topic === "normative_documents") {
    if (!DOCUMENTS.has(unit)) return [];
    const columns = frame.documents.length > 0 ? frame.documents : ["made", "in_force", "disclosed", "total_public"];
    return columns.map((column) => cell(column));
  }
  if (topic === "procurement") return [cell("projects")];
  const isOfItems = frame.measures.includes("items") && ITEMS.has(unit);
  if (unit === "项" || isOfItems) {
    const change = cell("change");
    if (frame.change) return [change && frame.change === "-1" ? { ...change, isNegated: true } : change];
    return [cell("items_last_year"), cell("items_last_year", "change")];
  }
  return (CASES.has(unit) || unit === "条" || unit === "次") && topic !== "fees" ? [cell("decisions")] : [];
}
