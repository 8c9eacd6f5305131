import type { Flow } from "@/lib/domain/check/narrative/tag";

export const REQUESTS =
  "政府信息公开申请 政务信息公开申请 信息公开申请 公开申请 申请公开 政府信息依申请公开 依申请公开政府信息 依申请公开信息 依申请公开 依申请 政府信息申请 信息申请 " +
  "公开政府信息申请 公开政府信息的申请 申请公开政府信息 申请政府信息公开 政府信息申请公开 申请公开信息 申请信息公开 信息申请公开 申请公开件 政府信息申请公开件 依申请公开件 依申请件 " +
  "依申请公开来信 依申请公开信件 依申请公开件数 依申请公开事项 依申请公开申请 依申请公开政府信息的申请 依申请公开政府信息申请 政府信息公开申请件 政府信息公开申请事项 政府信息公开申请书 政府信息公开申请表 信息公开申请书 信息公开申请表 信息依申请公开 政府信息依申请公开申请 政府信息公开依申请 申请公开政府信息事项 政府信息公开申请公开 政府信息依申请公开件 获取政府信息申请 获取政府信息的申请 申请获取政府信息";

/** Of information only where nothing else was spoken of: one applies for a licence, too. */
export const WEAK_REQUESTS = "申请 申请件 申请事项 申请量 申请数 申请总量 申请总数 申请书 申请表 申请人 申请者";

/** Any two or three of them in any order: 信访投诉类, 信访、举报、投诉类申请. */
const PETITION_WORDS = ["信访", "举报", "投诉"];
const PETITIONS = PETITION_WORDS.flatMap((first) =>
  PETITION_WORDS.filter((word) => word !== first).flatMap((second) => {
    const third = PETITION_WORDS.find((word) => word !== first && word !== second) ?? "";
    return [`${first}${second}`, `${first}、${second}`, `${first}${second}${third}`, `${first}、${second}、${third}`];
  }),
)
  .flatMap((words) => [words, `${words}类`, `${words}等`, `${words}类申请`, `${words}类事项`])
  .join(" ");

/** 尚在法定办理期限内, 仍在答复期内: what is not yet due. */
const NOT_DUE = ["尚在", "仍在", "还在", "正在"]
  .flatMap((verb) => ["", "法定", "规定"].map((kind) => `${verb}${kind}`))
  .flatMap((verb) => ["办理", "答复", "处理"].map((deed) => `${verb}${deed}`))
  .flatMap((verb) => ["期限内", "时限内", "期内", "期限之内", "时限之内"].map((time) => `${verb}${time}`))
  .join(" ");

/** 未到法定答复期限, 未届办理期限. */
const BEFORE_TERM = ["未到", "尚未到", "未届", "未满", "未至"]
  .flatMap((verb) => ["", "法定", "规定", "法律规定的"].map((kind) => `${verb}${kind}`))
  .flatMap((verb) =>
    ["答复期限", "办理期限", "办结期限", "答复时限", "办理时限", "答复期", "办理期", "期限"].map(
      (term) => `${verb}${term}`,
    ),
  )
  .join(" ");

/** 顺延到下年度答复, 转下年度办理答复: a verb of carrying, the year after, and what is done then. */
const CARRIED_OUT = ["结转", "顺延", "延续", "转", "转入", "留待"]
  .flatMap((verb) => [verb, `${verb}至`, `${verb}到`])
  .flatMap((verb) => ["下年度", "下年", "下一年度", "下一年", "次年", "来年", "明年"].map((year) => `${verb}${year}`))
  .flatMap((words) =>
    ["继续办理", "继续答复", "办理答复", "办理", "答复", "办结", "处理"].map((deed) => `${words}${deed}`),
  )
  .join(" ");
/** 没有办完, 尚未得到答复. */
const NOT_DONE = ["没有", "未", "尚未", "还未", "未能", "还没有", "尚没有"]
  .flatMap((not) => ["办完", "办结", "答复", "办理完毕", "得到答复", "作出答复"].map((deed) => `${not}${deed}`))
  .join(" ");

/** 应答复, 须办结: what is to be done, whether it was or not. */
const DUE = ["应", "应予", "应当", "须", "需", "需要"]
  .flatMap((verb) => ["办理", "答复", "办结", "处理", "回复", "办复"].map((deed) => `${verb}${deed}`))
  .join(" ");

export const FLOWS: readonly (readonly [Flow, string])[] = [
  [
    "received",
    "新收到 新收 新申请 又收到 递交到 收到 接收到 接收 接到 收悉 收取到 新增收 新接收 新接到 新登记  接收了 收到了 收件 本年新收 登记 收",
  ],
  ["accepted", "受理 受理件 登记受理 新受理 接受 受理登记"],
  ["handled", `${DUE} 收办 待办 待办理 应办 要办 要办理 办理 收到并办理 受理办理 办件 收到和办理 经办 承办`],
  [
    "concluded",
    "办结 办结件 已办结 办理结果总计 办理结果合计 办理结果总数 办结总数 办理完毕 办理完结 办理完成 办理答复 办理并答复 办结答复 答复办结 答复 已答复 答复完毕 回复 已回复 办复 办毕 处理完毕 完成答复 完成办理 审结 处结 结案 答结 办结处理 处理答复 作出答复 予以答复 给予答复 书面答复 完成办结 办理结束 得到答复 已得到答复 作出了答复 作了答复 完成答复办理 办完",
  ],
  [
    "carried_in",
    "上年转来 加上年转来 年初带过来 上年接过来 上年结转 年初结转 上年度结转 上一年结转 上一年度结转 去年结转 往年结转 上年结转下来 上年度结转下来 上年转入 上年度转入 上年结转来 结转上年 结转上年度 承接上年 承接上年度 承接上年结转 承接上年度结转 承上年 上年未办结 上年度未办结 上年遗留 上年末结转 上年转结 上年接转 上年度接转 上年转接",
  ],
  ["carried", "结转 结转办理 结转申请"],
  [
    "carried_out",
    `${CARRIED_OUT} ${NOT_DONE} ${NOT_DUE} ${BEFORE_TERM} 年末结转 年底结转 按期结转 按规定结转 依法结转 结转下年度继续办理 结转下年度办理 结转下一年度继续办理 结转下一年度办理 结转至下年度继续办理 结转至下一年度继续办理 结转至下一年度 结转至下年度 结转至下年 结转到下年度继续办理 结转到下年度 结转到下一年度 结转到下年 结转下年度 结转下一年度 结转下一年 结转下年 转下年度 转下年 转下一年度 转入下年度 转入下年 转入下一年度 转至下年度 转至下一年度 转结下年度 转结下年 结转入下年度 下年度结转 下年结转 顺延至下一年答复 顺延至下一年 顺延至下年度 延至下年度 延续至下年度 结转次年 转次年 结转至次年 下年度继续办理 下年继续办理 尚在办理 正在办理中 正在办理 尚在办理中 仍在办理 仍在办理中 在办 办理中 尚未办结 未办结 尚未答复 跨年度办理 跨年办理 未到期 未到答复期 未到答复期限 未届答复期限 未届满答复期限 尚在办理期限内 尚在答复期限内 尚在法定期限内 尚未到期 结转后续 继续办理 跨年结转 跨年度结转 留待下年 留待下年度 结转到次年 结转至次年度 转到下年 转到下年度 转到下一年 结转来年 转入次年`,
  ],
];

/** 逾期不缴纳信息处理费. */
const FEE_UNPAID = ["逾期不", "逾期未", "逾期拒不"]
  .flatMap((not) => ["缴纳", "缴", "交纳", "支付"].map((verb) => `${not}${verb}`))
  .flatMap((verb) => ["费", "费用", "信息处理费", "处理费", "相关费用"].map((fee) => `${verb}${fee}`))
  .join(" ");

const REFUSED = ["state_secret", "other_law", "security_stability", "third_party", "internal_affairs", "deliberative"]
  .concat(["enforcement_file", "administrative_inquiry"])
  .map((reason) => `refused_${reason}`);
const UNAVAILABLE = ["not_held", "needs_creation", "still_unclear"].map((reason) => `unavailable_${reason}`);
const NOT_PROCESSED = ["petition", "repeat", "publication", "excessive", "reconfirmation"].map(
  (reason) => `not_processed_${reason}`,
);
/** 其他处理 is one row in the form of 2019 and three since; rows that a form lacks are left out when it is read. */
const OTHER = ["other", "other_not_corrected_in_time", "other_fee_unpaid", "other_remaining"];

/** 申请人逾期不补正、不再处理其申请. */
const NOT_CORRECTED = ["逾期不补正", "逾期未补正", "无正当理由逾期不补正"]
  .flatMap((words) => ["", "、", "而"].map((join) => `${words}${join}`))
  .flatMap((words) => ["不再处理", "行政机关不再处理"].map((deed) => `${words}${deed}`))
  .flatMap((words) => ["", "其申请", "的申请", "其政府信息公开申请"].map((end) => `${words}${end}`))
  .join(" ");

/** 公开（含部分公开）, 予以公开和部分公开: said of both together. */
const GRANTED_AND_IN_PART = ["予以公开", "全部公开", "同意公开", "公开"]
  .flatMap((whole) =>
    ["和", "及", "与", "、", "或", "或者", "以及", "含", "包含", "包括"].map((join) => `${whole}${join}`),
  )
  .flatMap((words) => ["部分公开", "予以部分公开", "同意部分公开"].map((part) => `${words}${part}`))
  .join(" ");

/** 信息不存在或不属于本机关掌握范围: the whole row, and not a part of it. */
const NOT_HELD = ["信息不存在", "政府信息不存在", "不存在"]
  .flatMap((words) => ["或", "、", "或者", "和", "及"].map((join) => `${words}${join}`))
  .flatMap((words) =>
    [
      "不属于本机关掌握范围",
      "不属于本机关公开",
      "不属于本机关掌握",
      "不属于本机关",
      "本机关不掌握",
      "非本机关掌握",
      "不掌握",
    ].map((other) => `${words}${other}`),
  )
  .join(" ");

export const OUTCOMES: readonly (readonly [readonly string[], string])[] = [
  [
    ["granted"],
    "予以公开 已予以公开 准予全部公开 完整公开 全部予以公开 全部公开 同意公开 给予公开 准予公开 已予公开 予以全部公开 完全公开 全文公开 予以公开答复 决定予以公开",
  ],
  [["granted", "granted_in_part"], GRANTED_AND_IN_PART],
  [
    ["granted_in_part"],
    "部分公开 予以部分公开 同意部分公开 区分处理 部分予以公开 作部分公开 给予部分公开 区分处理后部分公开 区分处理部分公开 作区分处理后部分公开",
  ],
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
  [
    ["refused_administrative_inquiry"],
    "行政查询事项 行政查询 属于行政查询事项 属行政查询事项 行政查询类 查询事项 查询类事项 行政查询类事项 行政查询事项信息",
  ],
  [
    ["unavailable_not_held"],
    `${NOT_HELD} 本机关不掌握相关政府信息 信息不存在 政府信息不存在 申请信息不存在 所申请信息不存在 不存在 本机关不掌握 不掌握相关政府信息 不掌握相关信息 不掌握 非本机关掌握 不属于本机关信息 不属于本机关公开范围 不属于本机关公开 不属于本机关掌握 不属于本机关职责 不属于本机关负责公开 不属于本机关 不属本机关 非本机关政府信息 非本机关信息 不属于本机关职责范围 不属于本机关职权范围 不属于本机关公开职责 不属于本机关公开职责范围 不属本机关公开范围 不属于本机关掌握范围 本机关不掌握相关信息 本机关不掌握该信息 本机关不掌握该政府信息 本机关不掌握有关信息 不掌握有关政府信息 不掌握有关信息 不掌握所申请信息 本机关未掌握 未掌握相关政府信息 未掌握`,
  ],
  [
    ["unavailable_needs_creation"],
    "没有现成信息需要另行制作 没有现成信息 需要另行制作 需另行制作 没有现成信息需另行制作 无现成信息 没有现成信息、需要另行制作 需加工制作",
  ],
  [
    ["unavailable_still_unclear"],
    "补正后申请内容仍不明确 补正后仍不明确 补正后内容仍不明确 内容不明确 申请内容不明确 补正后申请仍不明确 内容仍不明确",
  ],
  [
    ["not_processed_petition"],
    PETITIONS +
      " 信访类申请 信访申请 信访类政府信息公开申请 信访事项 信访类事项 信访举报投诉类申请 信访举报投诉类 信访举报投诉 信访、举报、投诉类申请 信访、举报、投诉类 信访、举报、投诉 信访投诉举报类 信访、举报、投诉等 信访举报投诉类事项 信访、举报、投诉类事项 信访、投诉、举报类申请 信访、投诉、举报 信访举报投诉等 以政府信息公开申请形式进行信访投诉举报 以申请形式进行信访、投诉、举报",
  ],
  [["not_processed_repeat"], "重复申请 重复提出申请 重复提出的申请 重复提交的申请 重复申请类 重复性申请 属重复申请"],
  [["not_processed_publication"], "要求提供公开出版物 提供公开出版物 公开出版物"],
  [["not_processed_excessive"], "无正当理由大量反复申请 大量反复申请 大量、反复申请 无正当理由大量、反复申请"],
  [
    ["not_processed_reconfirmation"],
    "要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息 重新出具已获取信息 确认或者重新出具已获取信息 要求确认或重新出具已获取信息 重新出具",
  ],
  [
    ["other_not_corrected_in_time"],
    "申请人无正当理由逾期不补正 无正当理由逾期不补正 逾期不补正 逾期未补正 无正当理由逾期未补正 逾期不予补正 申请人逾期不补正 申请人逾期未补正 " +
      NOT_CORRECTED,
  ],
  [
    ["other_fee_unpaid"],
    `${FEE_UNPAID} 申请人逾期未按收费通知要求缴纳费用 逾期未按收费通知要求缴纳费用 逾期未缴纳费用 未按收费通知要求缴纳费用`,
  ],
  [REFUSED, "不予公开 依法不予公开 作不予公开 不同意公开 决定不予公开 不公开"],
  [UNAVAILABLE, "无法提供 本机关无法提供 无法提供信息 无法提供政府信息"],
  [NOT_PROCESSED, "不予处理 不予受理"],
  [OTHER, "其他处理 其它处理 作其他处理 其他处理方式 其他方式处理"],
];

export const GROUPS_OF_OUTCOMES = [REFUSED, UNAVAILABLE, NOT_PROCESSED, OTHER];
export const OUTCOME_ROWS = ["granted", "granted_in_part", ...GROUPS_OF_OUTCOMES.flat()];
