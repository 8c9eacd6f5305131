/**
 * Sentences that the reading of text was not made from. At first sight it found 88 of 100 wrong numbers in them and raised
 * no false alarm; what it missed stands beside words that it does not know, where it says nothing.
 */
export const UNSEEN_PHRASINGS: readonly string[] = [
  "规范依申请公开工作流程，{Y}年全年共接到政府信息公开申请{received}件，其中个人申请按自然人统计{received@natural_person}件。",
  "我市{Y}年度政府信息公开申请总量为{received}件，上年结转{carried_in}件，全年办结{outcome_total}件。",
  "{Y}年新收政府信息公开申请{received}件，已依法答复{outcome_total}件，其中予以公开{granted}件，占{granted_in_part}件部分公开之外的大部分。",
  "依申请公开答复结果：予以公开{granted}件；部分公开{granted_in_part}件；不予公开{refused}件；无法提供{unavailable}件；不予处理{not_processed}件；其他处理{other}件。",
  "区政府系统共收到政府信息公开申请{received}件，办结率稳定，共办结{outcome_total}件。",
  "全区全年共收到公民、法人或者其他组织的政府信息公开申请{received}件，予以公开{granted}件，不予公开{refused}件，无法提供{unavailable}件。",
  "申请人提出申请{received}件，经办理予以公开{granted}件，部分公开{granted_in_part}件。",
  "本年度政府信息公开申请答复{outcome_total}件，答复结果为予以公开{granted}件、部分公开{granted_in_part}件、不予公开{refused}件。",
  "其中，属于国家秘密{refused_state_secret}件、保护第三方合法权益{refused_third_party}件、属于行政执法案卷{refused_enforcement_file}件。",
  "另有{carried_out}件申请尚在办理期限内，结转下年度继续办理。",
  "{Y}年，全区共受理政府信息公开申请{received}件，已办结{outcome_total}件，未办结{carried_out}件。",
  "全年收到政府信息公开申请{received}件，其中通过各种渠道提交的自然人申请{received@natural_person}件、法人或其他组织申请{received@legal}件。",
  "因本机关不掌握相关政府信息无法提供{unavailable_not_held}件，因没有现成信息需要另行制作无法提供{unavailable_needs_creation}件。",
  "因重复申请不予处理{not_processed_repeat}件，因信访举报投诉类申请不予处理{not_processed_petition}件。",
  "全年共有政府信息公开行政复议{litigation.review.total}件、行政诉讼{litigation.direct_suit.total+litigation.suit_after_review.total}件。",
  "政府信息公开行政复议案件{litigation.review.total}件，其中，结果纠正{litigation.review.corrected}件，其他结果{litigation.review.other}件。",
  "行政诉讼方面，未经复议直接起诉{litigation.direct_suit.total}件，复议后起诉{litigation.suit_after_review.total}件。",
  "{Y}年，全区共办理行政许可{active.licensing.decisions}件，作出行政处罚决定{active.penalties.decisions}件，作出行政强制决定{active.coercion.decisions}件。",
  "收到申请{received}件，其中受理后予以公开{granted}件，作不予公开处理{refused}件。",
  "本机关全年收办依申请公开{handled}件，年末结转{carried_out}件。",
];

/** Numbers that no table knows, written in the same way. */
export const UNSEEN_FOREIGN_PHRASINGS: readonly string[] = [
  "区水务局全年收到政府信息公开申请{?}件，办结{?}件。",
  "全年办理市民热线{?}件，办结率{?}%。",
  "网上办件{?}件，窗口办件{?}件，公开办理结果{?}条。",
  "公开行政处罚案例{?}个，公开招标项目{?}个。",
  "全年接收来信来访{?}件次，答复{?}件次。",
  "组织答复文书评查{?}次，评查案卷{?}件。",
  "上年度收到申请{?}件，办结{?}件。",
  "召开行政复议应诉工作会{?}次，发出复议意见书{?}份。",
];
