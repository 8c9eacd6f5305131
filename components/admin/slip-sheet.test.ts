import { describe, expect, it } from "vitest";
import { slipSheet } from "@/components/admin/slip-sheet";

const WORDS = {
  title: "登录码",
  name: "姓名",
  account: "账号",
  code: "一次性登录码",
  address: "网址",
  addressText: "https://example.cn/set-password",
  how: "有效期到",
  once: "",
  print: "",
};

describe("slipSheet", () => {
  it("has a slip for each person, and what they are called as text", () => {
    const slips = [
      { name: "王芳", account: "wang", unit: "财政局", code: "2345-6789-ABCD" },
      { name: "<b>&", account: "li", unit: "", code: "EFGH-JKMN-PQRS" },
    ];
    const sheet = slipSheet(slips, "12月14日 24:00", WORDS, "zh-CN");
    expect(sheet.match(/<section>/g)).toHaveLength(2);
    expect(sheet).toContain("2345-6789-ABCD");
    expect(sheet).toContain("登录码 · 财政局");
    expect(sheet).toContain("&lt;b&gt;&amp;");
    expect(sheet).not.toContain("<b>");
  });
});
