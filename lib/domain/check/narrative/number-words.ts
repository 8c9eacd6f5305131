import type { NumberMention } from "@/lib/domain/check/narrative/number-mentions";

/** True for a number that is a part of something else: %, ‰ or 个百分点. It is never compared with a cell as it is. */
export function isShare(mention: NumberMention): boolean {
  return mention.unit === "%" || mention.unit === "‰" || mention.unit === "个百分点";
}

/** More or fewer than another year's count, or that count itself: no quantity of this year. */
export function isComparison(before: string): boolean {
  const compares =
    /(?:[增升降减][至到为]|比|较|同比|环比|去年|上年(?!度?项目)|同期|增加|减少|增长|下降|上升|提高|降低|增幅|降幅|平均|日均|每|^[多少]$)/;
  // 上年结转 names the year before and compares nothing; 结转申请增加27件 does.
  const isCarried = /结转|接转|转接|转入|转结|遗留|未办|在办|接续/.test(before) && !/(?:增加|减少)了?$/.test(before);
  const isOfItems = /净增|净减/.test(before) && !/比|较/.test(before);
  return compares.test(before) && !isCarried && !isOfItems;
}
