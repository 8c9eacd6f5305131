import { describe, expect, it } from "vitest";
import { readReport } from "@/lib/intake";
import { readSectionHeading } from "@/lib/intake/section-heading";

describe("a section's heading", () => {
  it.each([
    ["一、工作总体情况", "overview", ""],
    ["四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "litigation", ""],
    ["第五部分 存在的主要问题及改进情况", "problems", ""],
    ["存在的主要问题及改进情况", "problems", ""],
    ["六、其他需要报告的事项：无。", "other", "无。"],
    ["六、其他需要报告的事项 无", "other", "无"],
  ])("“%s” is that of %s", (line, id, text) => {
    const heading = readSectionHeading(line);
    expect(heading?.ids).toContain(id);
    expect(heading?.text).toBe(text);
  });

  it.each(["一是主动公开不够。", "主动公开情况", "三、四季度开展检查2次", "（一）主动公开"])("“%s” is none", (line) => {
    expect(readSectionHeading(line)).toBeNull();
  });

  it("counts where it stands behind the table of contents", async () => {
    const heads = ["一、总体情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"];
    const [first = "", second = "", third = ""] = heads;
    const lines = [
      "平和区2023年政府信息公开工作年度报告",
      ...heads,
      first,
      "很好。",
      second,
      "不够及时。",
      third,
      "无。",
    ];
    const result = await readReport(new TextEncoder().encode(lines.join("\n")), "report.txt");
    expect(result).toMatchObject({
      ok: true,
      report: { narrative: { overview: "很好。", problems: "不够及时。", other: "无。" } },
    });
  });
});
