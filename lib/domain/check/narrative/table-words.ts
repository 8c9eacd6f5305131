import type { Topic } from "@/lib/domain/check/narrative/tag";

export const TOPICS: readonly (readonly [Topic, string])[] = [
  ["review", "行政复议 复议 行政复议案 被申请行政复议 行政复议案件 复议案件 申请行政复议 提起行政复议"],
  ["suit", "行政诉讼 诉讼 行政诉讼案件 诉讼案件 提起行政诉讼 被提起行政诉讼 行政诉讼案"],
  ["licensing", "行政许可 许可"],
  ["other_services", "其他对外管理服务事项 其他对外管理服务"],
  ["penalties", "行政处罚 处罚 行政处罚案件 行政处罚案"],
  ["coercion", "行政强制 强制"],
  ["fees", "行政事业性收费 事业性收费"],
  ["procurement", "政府集中采购 集中采购"],
  ["regulations", "政府规章 规章"],
  ["normative_documents", "行政规范性文件 规范性文件"],
];

export const RESULTS = [
  [
    "upheld",
    "结果维持 维持 维持原行政行为 予以维持 维持结果 判决维持 判维持 裁定维持 维持原决定 维持原答复 维持原处理决定 维持具体行政行为 维持行政行为 维持原具体行政行为 维持原判 维持原判决 法院判决维持 决定维持",
  ],
  [
    "corrected",
    "结果纠正 纠正 予以纠正 被纠正 纠错 被纠错 依法纠错 判决纠正 责令纠正 依法纠正 予以纠错 被依法纠错 被依法纠正 依法予以纠正 法院判决纠正 纠正原行政行为 败诉或被纠错 败诉",
  ],
  ["other", "其他结果 其它结果 其他处理结果 其他结案 其他处理结果的 作其他结果"],
  [
    "pending",
    "尚未审结 未审结 正在审理 正在审理中 尚在审理 尚在审理中 审理中 尚未办结复议 未结 尚未结案 未结案 尚未有结果 未有结果 待审结 还在审理 仍在审理 尚未办结案件",
  ],
] as const;
export const SUITS = [
  [
    "direct_suit",
    "未经复议直接起诉 直接起诉 未经行政复议直接起诉 未经复议直接提起行政诉讼 未经复议直接 未经复议直接诉讼 未经复议直接提起诉讼 不经复议直接提起诉讼 不经复议直接起诉 直接提起诉讼 直接提起行政诉讼 未经复议起诉",
  ],
  [
    "suit_after_review",
    "复议后起诉 经复议后起诉 行政复议后起诉 经行政复议后起诉 复议后提起行政诉讼 复议后再起诉 先复议后诉讼 经复议后提起诉讼 复议后提起诉讼 经复议后诉讼 复议后诉讼 复议后又起诉 经复议后再提起诉讼 复议后再提起诉讼 经复议后再起诉 经行政复议后再提起诉讼",
  ],
] as const;
export const DOCUMENTS = [
  [
    "made",
    "制发 制定 新制定 新制发 新制作 制作 制定出台 制定印发 制定并印发 制定发布 制定并发布 出台 新出台 印发 制定下发 新印发 制发数 制发件数 本年制发 制发总数 新增制发",
  ],
  ["repealed", "废止 宣布废止 予以废止 明令废止 废止失效 废止或失效 废止和失效 废止数 废止件数 本年废止"],
  ["in_force", "现行有效 有效 现行有效数 现行有效件数 目前有效 现行 现有效 继续有效 保留有效"],
  ["disclosed", "新公开 本年新公开 新公开数量 主动公开并"],
  ["total_public", "对外公开总数 对外公开总数量 累计对外公开 公开总数 公开总数量"],
] as const;

/** Of the columns 上一年项目数量 and 本年增/减. */
export const ITEMS = "项目 项目数量 项目数 上一年项目数量 上一年项目 上年项目数量 上年项目 上年度项目数量 上年度项目";

const COMPARED_WITH = ["", "本年", "本年度", "较上年", "比上年", "较上一年", "比上一年", "较上年度"];
const more = ["增加", "净增", "净增加", "新增", "增", "增长"];
const less = ["减少", "净减", "净减少", "减"];
export const MORE = COMPARED_WITH.flatMap((words) => more.map((verb) => `${words}${verb}`)).join(" ");
export const LESS = COMPARED_WITH.flatMap((words) => less.map((verb) => `${words}${verb}`)).join(" ");
/** What is left of a list. */
export const REST =
  "其他 其它 其余 其余的 剩余 余下 其他类 其他情形 其他情况 其他方式 其他组织 其它组织 其余情形 其他类型";
