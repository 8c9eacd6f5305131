import { COLUMNS } from "@/lib/domain/check/narrative/applicant-words";
import { LOOSE_WORDS } from "@/lib/domain/check/narrative/loose-words";
import { FILLERS, PARTS, SCOPES } from "@/lib/domain/check/narrative/plain-words";
import { FLOWS, OUTCOMES, REQUESTS, WEAK_REQUESTS } from "@/lib/domain/check/narrative/request-words";
import { DOCUMENTS, ITEMS, LESS, MORE, REST, RESULTS, SUITS, TOPICS } from "@/lib/domain/check/narrative/table-words";
import type { Tag } from "@/lib/domain/check/narrative/tag";

const WORDS: readonly (readonly [Tag, string])[] = [
  [{ kind: "filler" }, FILLERS],
  [{ kind: "scope" }, SCOPES],
  [{ kind: "part" }, PARTS],
  [{ kind: "request", isWeak: false }, REQUESTS],
  [{ kind: "request", isWeak: true }, WEAK_REQUESTS],
  [{ kind: "material" }, "政府信息 信息 政务信息 文件 公文 政府文件"],
  [
    { kind: "disclosure" },
    "政府信息公开 信息公开 不服政府信息公开答复 不服信息公开答复 对政府信息公开答复不服 对信息公开答复不服 政府信息公开事项 政府信息公开领域 政府信息公开方面 信息公开方面 因政府信息公开 因信息公开 涉政府信息公开 涉信息公开 涉及政府信息公开 政务公开 政府信息公开工作 信息公开工作 政府信息公开类 信息公开类",
  ],
  [
    { kind: "publish" },
    "集中公开 公开更新 更新发布 公开发布 共公开 主动公开 公开 发布 公布 公示 更新 上传 推送 公开发布 对外公开 向社会公开 新公开并",
  ],
  ...FLOWS.map(([flow, words]) => [{ kind: "flow", flow }, words] as const),
  ...OUTCOMES.map(([rows, words]) => [{ kind: "outcome", rows, group: rows.length > 2 }, words] as const),
  ...COLUMNS.map(([columns, words]) => [{ kind: "column", columns }, words] as const),
  ...TOPICS.map(([topic, words]) => [{ kind: "topic", topic }, words] as const),
  ...RESULTS.map(([result, words]) => [{ kind: "result", result }, words] as const),
  ...SUITS.map(([suit, words]) => [{ kind: "suit", suit }, words] as const),
  ...DOCUMENTS.map(([column, words]) => [{ kind: "document", column }, words] as const),
  [
    { kind: "decision" },
    "处理决定 处决 处理决定数 处理决定数量 处决数量 决定数量 决定件数 处理决定件数 处理决定总数 决定 决定总数",
  ],
  [{ kind: "items" }, ITEMS],
  [{ kind: "change", sign: "1" }, MORE],
  [{ kind: "change", sign: "-1" }, LESS],
  [{ kind: "rest" }, REST],
  [{ kind: "money" }, "金额 总金额 采购金额 采购总金额 收费金额 收费总额 收费总金额 总额 资金"],
  [{ kind: "projects" }, "采购项目 采购项目数量 采购数量"],
  [{ kind: "category" }, "类 类别 类型 类信息 栏目 专栏 事项"],
  [{ kind: "join" }, "和 与 或 及 以及 、 / 或者 和其"],
  [{ kind: "includes" }, "含 包含 包括 其中含 加上 加"],
  [
    { kind: "none" },
    "未收到 没有收到 未接到 没有接到 未接收 未收到过 未受理 未发生 没有发生 未产生 未引发 未出现 没有 无 不存在 未被 未 零 暂无 暂未收到 尚未收到",
  ],
  // What is done to a case beside being counted.
  [
    { kind: "filler" },
    "引起 引发 产生 导致 发生 被申请 被提起 被诉 提起 实施 查处 共发生 起诉 引起的 引发的 新发生 当事人提起 所引起 而引起 而引发 被 政府 实行 开展",
  ],
];

/** One character of known words: what follows it, and what the word means that ends with it. */
export type Branch = { next: Map<string, Branch>; tag: Tag | null };

/** Every known word, character by character; the first meaning given to a word stands. */
export const VOCABULARY: Branch = buildVocabulary(WORDS);

/** The words above, and those that are mostly, but not only, said of what the tables know. */
export const LOOSE_VOCABULARY: Branch = buildVocabulary([...LOOSE_WORDS, ...WORDS]);

function buildVocabulary(words: typeof WORDS): Branch {
  const root: Branch = { next: new Map(), tag: null };
  // Words that mean something come before the same words as fillers.
  const ordered = words.toSorted(([left], [right]) => Number(left.kind === "filler") - Number(right.kind === "filler"));
  for (const [tag, list] of ordered) {
    for (const word of list.split(" ")) if (word !== "") branchOf(root, word).tag ??= tag;
  }
  return root;
}

function branchOf(root: Branch, word: string): Branch {
  let branch = root;
  for (const character of word) {
    const next = branch.next.get(character) ?? { next: new Map(), tag: null };
    branch.next.set(character, next);
    branch = next;
  }
  return branch;
}
