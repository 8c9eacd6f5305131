/** What a web page, and our own documents, say after the report. */
const AFTERWARDS =
  /^(?:版次|性质|成文日期|发布日期|核验码|主管部门|汇总范围|报送单位|(?:相关)?附件|打印|关闭|相关(?:链接|文章|信息|新闻)|扫一扫|扫描|分享|上一[篇条]|下一[篇条]|责任编辑|编辑[:：]|版权所有|(?:主办|承办|技术支持|维护)(?:单位)?[:：]|网站(?:地图|标识码|声明)|地图|收藏|回到顶部|返回顶部|您是第|【|\[打印)/u;
const NUMBER_OF_SITE = /ICP备|公网安备|网站标识码/u;
const MAX_LENGTH = 60;

/** True for a line with which a page's own words begin, after the last section of a report. */
export function isAfterReport(text: string): boolean {
  return text.length <= MAX_LENGTH && (AFTERWARDS.test(text) || NUMBER_OF_SITE.test(text));
}
