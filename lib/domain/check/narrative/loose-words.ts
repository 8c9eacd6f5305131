import { LEGAL_PERSONS } from "@/lib/domain/check/narrative/applicant-words";
import type { Tag } from "@/lib/domain/check/narrative/tag";

const outcome = (row: string): Tag => ({ kind: "outcome", rows: [row], group: false });

/**
 * The lexicon of the clause reading (`frame`): short words, each said mostly, but not only, of the value of one slot. They
 * tie nothing by themselves. A new wording is a word in one of these lists.
 */
export const LOOSE_WORDS: readonly (readonly [Tag, string])[] = [
  [
    { kind: "filler" },
    "区级 县级 市级 省级 本级 行为 跟踪 督办 审结的案件 新 各 连同 其余 剩余 余下 应予 须 实际 已 里 予 需 要 均 皆 仅 只 约 近 或 等 类 型 次 这 那 他 她 向 到 者 之 即 则 而 但 所 为主 居多 居首 居前 集中 主要集中 主要集中在 分列其后 次之 占比 如下 方面 情况 特点 呈现 年内 全年 首次 突破 增多 累计 分别有 三种 两种 四种 情形 种 视为 放弃 属 属于 因 由 对 于 对于 针对 就 以 按 经 被 作出 做出 作 实施 办案 采取 措施 查处 开展 均获 后者 前者 当事人 申请者 来源 构成 理由看 看 从 来看 而言 就此 另 又 再 目前 年末 截至 截止 期末 报告期末 仍 尚 还 未 已经 规范 依规 按规 符合 条件 同意 决定书 意见 具体 分为 分成 有关 共计 我局 我委 我办 累计 提供 引起 产生 引发 导致 涉及 而 作为被申请人 作为被告 被申请人 被告",
  ],
  [{ kind: "flow", flow: "received" }, "新接 新到 提交 来件 登记 收案 新增 新收案"],
  [{ kind: "flow", flow: "handled" }, "应予办理 应答复 应办 须办 须处理 需办 年度内须办理"],
  [
    { kind: "flow", flow: "concluded" },
    "办掉 办毕 办完 了结 出具答复 出具答复意见 出具书面答复 给出答复 完成处理 处理完 按时答复 完成答复 完成办理 已办 审结 已审结 办结量 答复量 答复件",
  ],
  [{ kind: "flow", flow: "carried" }, "带过来 接过来 接续 接续办理 承接 续办 转来 转入 留存 遗留 结转 转结 接转 顺延"],
  [
    { kind: "flow", flow: "carried_out" },
    "带出去 在手 没办完 留到下年 留待下年 跨年 跨年办理 未办完 未了结 在办 尚在办理 处于法定办理期限内 尚处于法定办理期限内 办理期限未满 未到期 待办结 待办 待答复",
  ],
  [{ kind: "column", columns: LEGAL_PERSONS }, "单位"],
  [{ kind: "column", columns: ["business"] }, "公司 园区企业"],
  [{ kind: "column", columns: ["legal_service"] }, "律师 律师事务所 律所"],
  [outcome("refused_third_party"), "第三方 商业秘密 个人隐私 他人隐私"],
  [outcome("refused_internal_affairs"), "内部 内部信息"],
  [outcome("refused_deliberative"), "过程 过程性"],
  [outcome("refused_enforcement_file"), "案卷"],
  [outcome("refused_state_secret"), "秘密 国家秘密"],
  [outcome("refused_other_law"), "法律法规禁止 禁止公开"],
  [outcome("refused_security_stability"), "三安全"],
  [
    outcome("unavailable_not_held"),
    "手里没有 不归本机关掌握 未制作 未获取 未制作、未获取 没有找到 未找到 查无 检索不到 不由本机关掌握 未保存 不掌握 不属于本机关",
  ],
  [
    outcome("unavailable_needs_creation"),
    "另外制作 另行加工制作 没有现成材料 加工 汇总加工 另行加工汇总 重新制作 另行制作 制作、加工 另行制作、加工",
  ],
  [outcome("unavailable_still_unclear"), "不清楚 不明确 不清晰 不明晰 不具体"],
  [outcome("not_processed_petition"), "信访诉求 信访类 信访投诉类 信访举报"],
  [outcome("not_processed_repeat"), "重复 重复类 重复提出 重复提交"],
  [outcome("not_processed_excessive"), "反复 频次 明显超出合理范围 超出合理范围"],
  [outcome("not_processed_publication"), "出版物"],
  [outcome("other_not_corrected_in_time"), "不补正 未补正 没补 没有补 未予补正 没有补正 没在期限内补正"],
  [outcome("other_fee_unpaid"), "未缴 没缴 未按期缴费 未按期缴纳 超期未缴 未缴费 不缴费 未缴 未按通知缴费"],
  [{ kind: "topic", topic: "procurement" }, "采购项目"],
  [
    { kind: "topic", topic: "suit" },
    "官司 法院 人民法院 两级法院 涉诉 起诉 被诉 被起诉 应诉 诉讼案 行政应诉 诉至法院 起诉至法院 诉至 再诉 涉诉案件",
  ],
  [{ kind: "topic", topic: "review" }, "复议申请 行政复议申请 被复议 复议机关 复议机构"],
  [{ kind: "result", result: "upheld" }, "驳回 胜诉 维持 支持行政机关"],
  [{ kind: "result", result: "corrected" }, "判令纠正 撤销 变更 责令 责令重作 确认违法 重作 纠错 纠正"],
  [{ kind: "result", result: "other" }, "作其他处理 终止 撤回 撤诉 调解 以其他方式结案 其他方式 其他结果"],
  [
    { kind: "result", result: "pending" },
    "没判 没有审结 没审结 没结 未作出决定 尚待作出决定 未作出 未裁判 未作出裁判 尚未作出裁判 待结 待裁判 待审 续审 审理中 仍在审理 在审 未审结 尚待裁判 尚未裁判 未审理完毕",
  ],
  [{ kind: "document", column: "made" }, "颁布 公布 新发 新出 新出台 新制定 新立"],
  [{ kind: "document", column: "repealed" }, "清退 宣布失效 清理废止 失效废止"],
  [{ kind: "document", column: "in_force" }, "期末有效 还在执行 继续施行 管用 存量 继续有效 收录 保留 有效文件"],
  [{ kind: "money" }, "入库 收费 征收"],
];
