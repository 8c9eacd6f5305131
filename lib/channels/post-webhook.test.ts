import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isOwn, postWebhook, signatureOf } from "@/lib/channels/post-webhook";
import { startWebhookServer, type WebhookServer } from "@/lib/channels/testing/webhook-server";
import { FinalFailure } from "@/lib/domain/job";

const now = new Date("2026-01-06T09:00:00+08:00");
const call = {
  id: "msg_1",
  address: "https://oa.example/in",
  secret: "whsec_bmlhbmJhbw==",
  body: '{"type":"report.published"}',
};

describe("posting to an address", () => {
  let server: WebhookServer;
  beforeEach(async () => {
    server = await startWebhookServer({ now: () => now });
    server.secret = call.secret;
  });
  afterEach(() => server.stop());

  it("is signed so that the receiver knows it, and nobody else can send it", async () => {
    await postWebhook(call, { now, standIn: server });
    expect(server.taken).toEqual(new Map([["msg_1", call.body]]));
    await expect(postWebhook({ ...call, secret: "whsec_b3RoZXI=" }, { now, standIn: server })).rejects.toThrow(
      "it answered 401",
    );
    const late = new Date(now.getTime() - 600_000);
    await expect(postWebhook(call, { now: late, standIn: server })).rejects.toThrow("it answered 401");
  });

  it("signs as the specification's own example is signed", () => {
    const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: "1614265330", body: '{"test": 2432232314}' };
    expect(signatureOf(message, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).toBe(
      "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    );
  });

  it("follows no answer elsewhere", async () => {
    server.misbehave = { status: 302, headers: { location: "http://127.0.0.1:1/" } };
    await expect(postWebhook(call, { now, standIn: server })).rejects.toThrow("it answered 302");
    expect(server.calls).toBe(1);
  });

  it.each([
    "http://oa.example/in",
    "https://127.0.0.1/in",
    "https://[::1]/in",
    "https://[::ffff:127.0.0.1]/in",
    "https://169.254.169.254/latest",
    "https://0.0.0.0/",
  ])("never asks %s", async (address) => {
    await expect(postWebhook({ ...call, address }, { now })).rejects.toThrow(FinalFailure);
  });

  it.each(["8.8.8.8", "10.0.0.5", "192.168.255.254", "2001:4860:4860::8888"])("may ask %s", (address) => {
    expect(isOwn(address)).toBe(false);
  });

  it("knows every address of this machine as its own, however it is written", () => {
    const here = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
    const mapped = here.flatMap((address) => (isIP(address) === 4 ? [`::ffff:${address}`] : []));
    const all = [...here, ...mapped, "127.0.0.9", "::ffff:169.254.169.254"];
    expect(all.filter((address) => !isOwn(address))).toEqual([]);
  });

  it("never asks this machine by a name of it", async () => {
    await expect(postWebhook({ ...call, address: "https://localhost.localdomain:1/in" }, { now })).rejects.toThrow(
      /this machine itself|ENOTFOUND|EAI_AGAIN/,
    );
    await expect(postWebhook({ ...call, address: "https://ip6-localhost:1/in" }, { now })).rejects.toThrow(
      /this machine itself|ENOTFOUND|EAI_AGAIN/,
    );
  });
});
