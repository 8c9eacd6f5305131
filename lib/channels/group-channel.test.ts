import { describe, expect, it } from "vitest";
import { composeGroupText } from "@/lib/channels/group-channel";
import type { DeliveryEntry } from "@/lib/domain/delivery";

const NOW = new Date("2027-01-18T09:00:00+08:00");
const overdue = (unitName: string): DeliveryEntry => ({
  ...{ kind: "overdue", at: NOW, year: 2026, unitName, sectionIds: ["requests"], submissionId: null, reportId: null },
  dueAt: new Date("2027-01-16T00:00:00+08:00"),
});
const compose = (entries: DeliveryEntry[]) =>
  composeGroupText({ id: "d", districtName: "某区", entries }, { origin: "https://nianbao.example.cn", now: NOW });

describe("composeGroupText", () => {
  it("names each unit and where to sign in", async () => {
    const text = await compose([overdue("财政局"), overdue("应急局")]);
    expect(text.split("\n")).toEqual([
      "您好，某区政府信息公开工作年度报告有下面的事：",
      "1. 财政局“三、依申请公开”1月15日（周五）24:00截止，还没有交。请尽快办理。",
      "2. 应急局“三、依申请公开”1月15日（周五）24:00截止，还没有交。请尽快办理。",
      "https://nianbao.example.cn",
    ]);
  });

  it("says how much more there is where a group takes no more", async () => {
    const text = await compose(Array.from({ length: 60 }, (_, index) => overdue(`第${index + 1}街道办事处`)));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2000);
    expect(text).toMatch(/\n另有 \d+ 件，请登录查看。\nhttps:/);
  });
});
