/** What a word says of the number beside it. A word of no consequence is `filler`. */
export type Tag =
  | { kind: "filler" }
  /** The whole reporting body, and only a part of it, which counts only together with the whole. */
  | { kind: "scope" }
  | { kind: "part" }
  /** A weak word (申请) is a request for information only where nothing else was spoken of. */
  | { kind: "request"; isWeak: boolean }
  /** 政府信息, 文件: what is published, when it stands with a word of publishing. */
  | { kind: "material" }
  | { kind: "disclosure" }
  | { kind: "publish" }
  | { kind: "flow"; flow: Flow }
  | { kind: "outcome"; rows: readonly string[]; group: boolean }
  | { kind: "column"; columns: readonly string[] }
  | { kind: "topic"; topic: Topic }
  | { kind: "result"; result: CaseResult }
  | { kind: "suit"; suit: Suit }
  /** 其他, 其余: what is left of a list. */
  | { kind: "rest" }
  /** 项目: of the columns 上一年项目数量 and 本年增/减, in the form of 2019. */
  | { kind: "items" }
  | { kind: "document"; column: "made" | "repealed" | "in_force" | "disclosed" | "total_public" }
  | { kind: "decision" }
  | { kind: "change"; sign: "1" | "-1" }
  | { kind: "money" }
  | { kind: "projects" }
  | { kind: "join" }
  /** 行政许可类: what was published about it, not what was decided. */
  | { kind: "category" }
  | { kind: "includes" }
  | { kind: "none" };

export type Flow =
  | "received"
  | "handled"
  | "accepted"
  | "concluded"
  | "carried_in"
  | "carried_out"
  /** 结转 alone: from last year or to the next one. */
  | "carried";
export type Suit = "direct_suit" | "suit_after_review";
export type CaseResult = "upheld" | "corrected" | "other" | "pending";
export type Topic =
  | "review"
  | "suit"
  | "licensing"
  | "other_services"
  | "penalties"
  | "coercion"
  | "fees"
  | "procurement"
  | "regulations"
  | "normative_documents";

/** What a text may speak of: requests, what a table counts, or something that no table knows. */
export type Spoken = "requests" | Topic | "other" | null;

/** True while a text speaks of cases against the body: 行政复议 or 行政诉讼, the two halves of table four. */
export function isCase(topic: Spoken): topic is "review" | "suit" {
  return topic === "review" || topic === "suit";
}

/** True while a text speaks of something that the tables of 主动公开 count. */
export function isActive(topic: Spoken): topic is Exclude<Topic, "review" | "suit"> {
  return topic !== null && topic !== "requests" && topic !== "other" && !isCase(topic);
}
