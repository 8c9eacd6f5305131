import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { postToRobot } from "@/lib/channels/post-to-robot";
import { type RobotServer, startRobotServer } from "@/lib/channels/testing/robot-server";
import { FinalFailure } from "@/lib/domain/job";
import { kindOfAddress, ROBOT_KINDS, type RobotKind } from "@/lib/domain/robot";

const SECRET = "SEC9f2b";
const KEY = "a1b2-c3d4";
const ADDRESS: Readonly<Record<RobotKind, string>> = {
  wecom: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`,
  dingtalk: `https://oapi.dingtalk.com/robot/send?access_token=${KEY}`,
  feishu: `https://open.feishu.cn/open-apis/bot/v2/hook/${KEY}`,
};
const MOST: Readonly<Record<RobotKind, number>> = { wecom: 20, dingtalk: 20, feishu: 100 };

describe("a group's robot", () => {
  let now = new Date("2027-01-11T09:00:00+08:00");
  let server: RobotServer;
  beforeEach(async () => {
    server = await startRobotServer({ secret: SECRET, key: KEY, now: () => now });
  });
  afterEach(() => server.stop());
  const post = (kind: RobotKind, more: { secret?: string | null; address?: string; at?: Date } = {}) =>
    postToRobot({ address: more.address ?? ADDRESS[kind], secret: SECRET, ...more }, "财政局“依申请公开”已逾期", {
      now: more.at ?? now,
      standIn: server,
    });

  it.each(ROBOT_KINDS)("of %s takes what is signed as it demands", async (kind) => {
    await post(kind);
    expect(server.taken).toEqual(["财政局“依申请公开”已逾期"]);
  });

  it.each(["dingtalk", "feishu"] as const)(
    "of %s refuses another secret, none, and an old time, for good",
    async (kind) => {
      await expect(post(kind, { secret: "another" })).rejects.toThrow(FinalFailure);
      await expect(post(kind, { secret: null })).rejects.toThrow(FinalFailure);
      await expect(post(kind, { at: new Date(now.getTime() - 2 * 3_600_000) })).rejects.toThrow(FinalFailure);
      expect(server.taken).toEqual([]);
    },
  );

  it("of wecom refuses another key for good", async () => {
    const address = ADDRESS.wecom.replace(KEY, "another");
    await expect(post("wecom", { address })).rejects.toThrow(/93000/);
  });

  it.each(ROBOT_KINDS)(
    "of %s takes no more than it documents in a minute; what is over is tried again later",
    async (kind) => {
      for (let count = 0; count < MOST[kind]; count += 1) await post(kind);
      const over = await post(kind).catch((error: unknown) => error);
      expect(over).toBeInstanceOf(Error);
      expect(over).not.toBeInstanceOf(FinalFailure);
      now = new Date(now.getTime() + 61_000);
      await post(kind);
      expect(server.taken).toHaveLength(MOST[kind] + 1);
    },
  );

  it("is not followed elsewhere, and a failing service is asked again later", async () => {
    server.misbehave = { status: 302, headers: { Location: "http://127.0.0.1:1/inside" } };
    await expect(post("wecom")).rejects.not.toBeInstanceOf(FinalFailure);
    server.misbehave = { status: 503 };
    await expect(post("feishu")).rejects.toThrow("feishu answered 503");
  });

  it.each([
    "http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a",
    "https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=a",
    "https://qyapi.weixin.qq.com.example.cn/cgi-bin/webhook/send",
    "https://qyapi.weixin.qq.com@127.0.0.1/cgi-bin/webhook/send",
    "https://user:password@oapi.dingtalk.com/robot/send",
    "https://oapi.dingtalk.com/robot/send/../../other",
    "https://open.feishu.cn/open-apis/bot/v2/hook/a/b",
    "https://127.0.0.1/robot/send",
    "file:///etc/passwd",
    "robot",
  ])("has no address like %s", async (address) => {
    expect(kindOfAddress(address)).toBeNull();
    await expect(postToRobot({ address, secret: null }, "x", { now })).rejects.toThrow(FinalFailure);
  });
});
