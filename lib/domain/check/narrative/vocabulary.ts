/** What a word says of the number beside it. A word of no consequence is `filler`. */
export type Tag =
  | { kind: "filler" }
  /** The whole reporting body, and only a part of it, which counts only together with the whole. */
  | { kind: "scope" }
  | { kind: "part" }
  | { kind: "request" }
  /** 政府信息, 文件: what is published, when it stands with a word of publishing. */
  | { kind: "material" }
  | { kind: "disclosure" }
  | { kind: "publish" }
  | { kind: "flow"; flow: Flow }
  | { kind: "outcome"; rows: readonly string[]; group: boolean }
  | { kind: "column"; columns: readonly string[] }
  | { kind: "topic"; topic: Topic }
  | { kind: "result"; result: "upheld" | "corrected" | "other" | "pending" }
  | { kind: "suit"; suit: "direct_suit" | "suit_after_review" }
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
export type Topic =
  | "review"
  | "suit"
  | "licensing"
  | "penalties"
  | "coercion"
  | "fees"
  | "procurement"
  | "regulations"
  | "normative_documents";

const FILLERS =
  "公民、法人和其他组织 公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民法人和其他组织 社会公众 群众 " +
  "本年度 本年 今年 全年度 全年 年内 年度 报告期内 报告期 期间 期内 以来 截至 截止 年底 年末 底 当年 一年来 " +
  "共计 总计 合计 共 总共 一共 累计 实际 已经 已 均 皆 全部 都 为 是 计 达到 达 有 的 了 其 中 之中 当中 其中 包括 分别 " +
  "数量 总数 总量 件数 数 量 情况 结果 方面 工作 等 属于 属 涉及 因 由于 由 以 按 按照 依法 依规 依照 依据 根据 " +
  "按时 按期 及时 如期 限期 在法定期限内 法定期限内 法定时限内 规定时限内 规定期限内 规定时间内 在规定期限内 时限内 期限内 法定 规定 在 于 内 予以 " +
  "给予 作出 做出 出具 下达 决定 决定书 告知 书 进行 完成 并 且 向 对 将 把 针对 关于 相关 有关 各类 各种 各项 该 此 上述 以上 以下 所有 " +
  "申请人 来件 事宜 信息内容 条例 依据条例 妥善 规范 认真 顺利 积极 严格 有效 合法 高效 圆满 一并 我们 另 另有 另外 还有 此外 同时 目前 现 至今 " +
  "要求 提供 行政机关 政府机关 政府系统 行政 主体 范围 情形 理由 原因 处理 继续 顺利 数据 统计 新增 新发生 先后 陆续 仍 仍有 再 又 共有 里 实际 实际上 总体 基本 作 后 总体上 经办理 答复结果 办理结果 办理情况 受理情况 答复情况 接转 经审查 经研究 经核查 审查 围绕 年度 全年度 当年度 合规 优质 高质量 及时高效 依程序 按程序 按规定 规定程序 主要 内容 申请内容 其中主要 主要是 主要为 主要涉及 方式 合并 同时 年内 期内 分类 主体 提出 来自 递交 提交 均已 " +
  "案件 案 当事人 规定的 明确 事务 外 以外 除 办 所";

const SCOPES = "全区 全县 全市 全省 全镇 全乡 全街道 全旗 全州 全局 全系统 全域 本机关 各级 本级 辖区";
const PARTS =
  "各级行政机关 各级政府 各级机关 各部门 各单位 各街道 各镇 各乡镇 各镇街 各职能部门 职能部门 镇街 乡镇 街道 部门 各地 各地区 各有关单位 各科室 各机关 各区县 各县区 各行政机关 各";

const REQUESTS =
  "政府信息公开申请 政务信息公开申请 信息公开申请 公开申请 申请公开 政府信息依申请公开 依申请公开政府信息 依申请公开信息 依申请公开 依申请 政府信息申请 信息申请 " +
  "公开政府信息申请 公开政府信息的申请 申请公开政府信息 申请政府信息公开 政府信息申请公开 申请公开信息 申请信息公开 信息申请公开 申请件 申请事项 申请量 申请 申请公开件 政府信息申请公开件 依申请公开件 申请数 申请总量 申请总数 依申请件 申请书 申请人 依申请公开来信 依申请公开件数 依申请公开事项";

const FLOWS: readonly (readonly [Flow, string])[] = [
  ["received", "新收到 新收 收到 接收到 接收 接到 收悉 收取到 新增收 新接收 收件 本年新收 登记 收"],
  ["accepted", "受理 登记受理 新受理 接受 受理登记"],
  ["handled", "收办 应办 应办理 应办结 需办理 办理 收到并办理 受理办理 办件 收到和办理 经办 承办"],
  [
    "concluded",
    "办结 已办结 办理结果总计 办理结果合计 办结总数 办理完毕 办理完结 办理完成 办理答复 办理并答复 办结答复 答复办结 答复 已答复 答复完毕 回复 已回复 办复 办毕 处理完毕 完成答复 完成办理 审结 处结 结案 答结 办结处理 处理答复 作出答复 予以答复 给予答复 书面答复 完成办结 办理结束",
  ],
  [
    "carried_in",
    "上年结转 上年度结转 上一年结转 上一年度结转 去年结转 往年结转 上年结转下来 上年度结转下来 上年转入 上年度转入 上年结转来 结转上年 结转上年度 承接上年 承接上年度 承上年 上年未办结 上年度未办结 上年遗留 上年末结转 上年转结 上年接转 上年度接转 上年转接",
  ],
  ["carried", "结转 结转办理 结转申请"],
  [
    "carried_out",
    "结转下年度继续办理 结转下年度办理 结转下一年度继续办理 结转下一年度办理 结转至下年度继续办理 结转至下一年度继续办理 结转至下一年度 结转至下年度 结转至下年 结转到下年度继续办理 结转到下年度 结转到下一年度 结转到下年 结转下年度 结转下一年度 结转下一年 结转下年 转下年度 转下年 转下一年度 转入下年度 转入下年 转入下一年度 转至下年度 转至下一年度 转结下年度 转结下年 结转入下年度 下年度结转 下年结转 顺延至下一年答复 顺延至下一年 顺延至下年度 延至下年度 延续至下年度 结转次年 转次年 结转至次年 下年度继续办理 下年继续办理 尚在办理 正在办理中 正在办理 尚在办理中 仍在办理 仍在办理中 在办 办理中 尚未办结 未办结 尚未答复 跨年度办理 跨年办理 未到期 结转后续 继续办理",
  ],
];

const REFUSED = ["state_secret", "other_law", "security_stability", "third_party", "internal_affairs", "deliberative"]
  .concat(["enforcement_file", "administrative_inquiry"])
  .map((reason) => `refused_${reason}`);
const UNAVAILABLE = ["not_held", "needs_creation", "still_unclear"].map((reason) => `unavailable_${reason}`);
const NOT_PROCESSED = ["petition", "repeat", "publication", "excessive", "reconfirmation"].map(
  (reason) => `not_processed_${reason}`,
);
/** 其他处理 is one row in the form of 2019 and three since; rows that a form lacks are left out when it is read. */
const OTHER = ["other", "other_not_corrected_in_time", "other_fee_unpaid", "other_remaining"];

const OUTCOMES: readonly (readonly [readonly string[], string])[] = [
  [
    ["granted"],
    "予以公开 全部公开 同意公开 给予公开 准予公开 已予公开 予以全部公开 完全公开 全文公开 予以公开答复 决定予以公开 公开答复",
  ],
  [
    ["granted", "granted_in_part"],
    "公开或部分公开 公开及部分公开 公开和部分公开 公开、部分公开 公开以及部分公开 予以公开或部分公开",
  ],
  [["granted_in_part"], "部分公开 予以部分公开 同意部分公开 区分处理 部分予以公开 作部分公开"],
  [["refused_state_secret"], "国家秘密 涉及国家秘密 属于国家秘密 属国家秘密 涉密"],
  [
    ["refused_other_law"],
    "其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 其他法律、行政法规禁止公开 法律法规禁止公开 法律、法规禁止公开",
  ],
  [["refused_security_stability"], "危及三安全一稳定 三安全一稳定"],
  [
    ["refused_third_party"],
    "保护第三方合法权益 第三方合法权益 涉及第三方合法权益 损害第三方合法权益 保护第三方权益 第三方权益",
  ],
  [
    ["refused_internal_affairs"],
    "三类内部事务信息 三类内部事务 内部事务信息 内部事务类信息 内部事务 属于三类内部事务信息 内部管理信息",
  ],
  [
    ["refused_deliberative"],
    "四类过程性信息 四类过程信息 四类过程性 过程性信息 过程信息 属于四类过程性信息 属过程性信息 过程性政府信息 过程性",
  ],
  [["refused_enforcement_file"], "行政执法案卷 行政执法案卷信息 执法案卷 执法案卷信息 属于行政执法案卷"],
  [["refused_administrative_inquiry"], "行政查询事项 行政查询 属于行政查询事项 属行政查询事项 工商登记查询 行政查询类"],
  [
    ["unavailable_not_held"],
    "本机关不掌握相关政府信息 本机关不掌握 不掌握相关政府信息 不掌握相关信息 不掌握 非本机关掌握 不属于本机关信息 不属于本机关公开范围 不属于本机关公开 不属于本机关掌握 不属于本机关职责 不属于本机关负责公开 不属于本机关 不属本机关 非本机关政府信息 非本机关信息 本机关未掌握 未掌握相关政府信息 未掌握",
  ],
  [
    ["unavailable_needs_creation"],
    "没有现成信息需要另行制作 没有现成信息 需要另行制作 需另行制作 没有现成信息需另行制作 无现成信息 没有现成信息、需要另行制作 需加工制作",
  ],
  [
    ["unavailable_still_unclear"],
    "补正后申请内容仍不明确 补正后仍不明确 补正后内容仍不明确 申请内容不明确 补正后申请仍不明确 内容仍不明确",
  ],
  [
    ["not_processed_petition"],
    "信访举报投诉类申请 信访举报投诉类 信访举报投诉 信访、举报、投诉类申请 信访、举报、投诉类 信访、举报、投诉 信访投诉举报类 信访类申请",
  ],
  [["not_processed_repeat"], "重复申请 重复提出申请"],
  [["not_processed_publication"], "要求提供公开出版物 提供公开出版物 公开出版物"],
  [["not_processed_excessive"], "无正当理由大量反复申请 大量反复申请 大量、反复申请 无正当理由大量、反复申请"],
  [
    ["not_processed_reconfirmation"],
    "要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息 重新出具已获取信息 确认或者重新出具已获取信息 要求确认或重新出具已获取信息 重新出具",
  ],
  [
    ["other_not_corrected_in_time"],
    "申请人无正当理由逾期不补正 无正当理由逾期不补正 逾期不补正 逾期未补正 无正当理由逾期未补正",
  ],
  [
    ["other_fee_unpaid"],
    "申请人逾期未按收费通知要求缴纳费用 逾期未按收费通知要求缴纳费用 逾期未缴纳费用 逾期未缴费 逾期不缴费 未按收费通知要求缴纳费用 逾期未缴纳信息处理费",
  ],
  [REFUSED, "不予公开 不同意公开 决定不予公开 不公开"],
  [UNAVAILABLE, "无法提供 本机关无法提供 无法提供信息 无法提供政府信息"],
  [NOT_PROCESSED, "不予处理 不予受理"],
  [OTHER, "其他处理 其它处理 作其他处理 其他处理方式 其他方式处理"],
];

const LEGAL_PERSONS = ["business", "research", "welfare", "legal_service", "other_organisation"];
const COLUMNS: readonly (readonly [readonly string[], string])[] = [
  [["natural_person"], "自然人 公民 公民个人"],
  [["business"], "商业企业"],
  [["research"], "科研机构"],
  [["welfare"], "社会公益组织"],
  [["legal_service"], "法律服务机构"],
  [
    LEGAL_PERSONS,
    "法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织 法人或其它组织 法人和其它组织 法人或组织 法人",
  ],
];

const TOPICS: readonly (readonly [Topic, string])[] = [
  ["review", "行政复议 复议 被申请行政复议 行政复议案件 复议案件 申请行政复议 提起行政复议"],
  ["suit", "行政诉讼 诉讼 行政诉讼案件 诉讼案件 提起行政诉讼 被提起行政诉讼 行政诉讼案"],
  ["licensing", "行政许可 许可"],
  ["penalties", "行政处罚 处罚 行政处罚案件"],
  ["coercion", "行政强制 行政强制措施 强制"],
  ["fees", "行政事业性收费 行政事业性收费项目 事业性收费"],
  ["procurement", "政府集中采购 集中采购 政府集中采购项目 集中采购项目"],
  ["regulations", "政府规章 规章"],
  ["normative_documents", "行政规范性文件 规范性文件"],
];

const RESULTS = [
  ["upheld", "结果维持 维持 维持原行政行为 予以维持 维持结果"],
  ["corrected", "结果纠正 纠正 予以纠正 被纠正"],
  ["other", "其他结果 其它结果"],
  ["pending", "尚未审结 未审结 正在审理 正在审理中 尚在审理 尚在审理中 审理中 尚未办结复议"],
] as const;
const SUITS = [
  ["direct_suit", "未经复议直接起诉 直接起诉 未经行政复议直接起诉 未经复议直接提起行政诉讼 未经复议直接"],
  [
    "suit_after_review",
    "复议后起诉 经复议后起诉 行政复议后起诉 经行政复议后起诉 复议后提起行政诉讼 复议后再起诉 先复议后诉讼",
  ],
] as const;
const DOCUMENTS = [
  ["made", "制发 制定 新制定 新制发 新制作 制作 制定出台 制定印发 制定并印发 制定发布 制定并发布 出台 新出台 印发"],
  ["repealed", "废止 宣布废止 予以废止 明令废止"],
  ["in_force", "现行有效 继续有效 保持有效"],
  ["disclosed", "新公开 主动公开并"],
  ["total_public", "对外公开总数 对外公开总数量 累计对外公开 公开总数"],
] as const;

const WORDS: readonly (readonly [Tag, string])[] = [
  [{ kind: "filler" }, FILLERS],
  [{ kind: "scope" }, SCOPES],
  [{ kind: "part" }, PARTS],
  [{ kind: "request" }, REQUESTS],
  [{ kind: "material" }, "政府信息 信息 政务信息 文件 公文 政府文件"],
  [
    { kind: "disclosure" },
    "政府信息公开 信息公开 涉政府信息公开 涉信息公开 涉及政府信息公开 政务公开 政府信息公开工作 信息公开工作 政府信息公开类 信息公开类",
  ],
  [{ kind: "publish" }, "主动公开 公开 发布 公布 公示 更新 上传 推送 公开发布 对外公开 向社会公开 新公开并"],
  ...FLOWS.map(([flow, words]) => [{ kind: "flow", flow }, words] as const),
  ...OUTCOMES.map(([rows, words]) => [{ kind: "outcome", rows, group: rows.length > 2 }, words] as const),
  ...COLUMNS.map(([columns, words]) => [{ kind: "column", columns }, words] as const),
  ...TOPICS.map(([topic, words]) => [{ kind: "topic", topic }, words] as const),
  ...RESULTS.map(([result, words]) => [{ kind: "result", result }, words] as const),
  ...SUITS.map(([suit, words]) => [{ kind: "suit", suit }, words] as const),
  ...DOCUMENTS.map(([column, words]) => [{ kind: "document", column }, words] as const),
  [{ kind: "decision" }, "处理决定 处决 处理决定数 处罚决定 许可决定 强制决定 处理决定数量 处决数量 决定数量"],
  [{ kind: "change", sign: "1" }, "净增 净增加"],
  [{ kind: "change", sign: "-1" }, "净减 净减少"],
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

/** Every known word by its first character, longest first; the first meaning given to a word stands. */
export const VOCABULARY: ReadonlyMap<string, readonly (readonly [string, Tag])[]> = buildVocabulary();

function buildVocabulary(): Map<string, [string, Tag][]> {
  const tags = new Map<string, Tag>();
  // Words that mean something come before the same words as fillers.
  const ordered = WORDS.toSorted(([left], [right]) => Number(left.kind === "filler") - Number(right.kind === "filler"));
  for (const [tag, words] of ordered) {
    for (const word of words.split(" ")) if (word !== "" && !tags.has(word)) tags.set(word, tag);
  }
  const byFirst = new Map<string, [string, Tag][]>();
  for (const [word, tag] of tags) {
    const first = word[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), [word, tag]]);
  }
  for (const words of byFirst.values()) words.sort(([left], [right]) => right.length - left.length);
  return byFirst;
}
