import { describe, expect, it } from "vitest";
import { z } from "zod";
import { exampleEvents } from "@/lib/domain/testing/example-events";
import { isWebhookAddress, WEBHOOK_TYPES, webhookMessage } from "@/lib/domain/webhook";

const BodySchema = z.object({ data: z.record(z.string(), z.unknown()) });
const at = new Date("2020-01-16T16:00:00.000Z");
const subject = { organisationId: "u", cycleId: "c", submissionId: "s" };

describe("what leaves the house of an event", () => {
  it("is what it was and what it was about, without names, reasons, figures and texts", () => {
    const told = exampleEvents().flatMap((event) => webhookMessage(event, subject, at) ?? []);
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(WEBHOOK_TYPES));
    const fields = ["cycleId", "organisationId", "submissionId", "sectionId", "reportId", "version"];
    for (const { type, body } of told) {
      expect(body).not.toMatch(/[一-鿿]/);
      const ofType = type === "section.submitted" ? [...fields, "awaitsSignature"] : fields;
      expect(Object.keys(BodySchema.parse(JSON.parse(body)).data)).toEqual(ofType);
    }
  });

  it("is nothing of saves, sign-ins and settings", () => {
    expect(webhookMessage({ type: "signed_out", data: { account: "a" } }, subject, at)).toBeNull();
  });
});

describe("an address that is told", () => {
  it.each(["https://oa.example.gov.cn/hooks/1?key=2", "https://10.1.2.3:8443/in"])("may be %s", (address) => {
    expect(isWebhookAddress(address)).toBe(true);
  });

  it.each([
    "",
    "oa.example",
    "http://oa.example/",
    "https://a:b@oa.example/",
    "https://localhost/",
    "https://app.localhost/in",
    "https://127.0.0.1/in",
    "https://2130706433/in",
    "https://[::1]/in",
    "https://[::ffff:10.0.0.1]/in",
    "https://[fe80::1]/in",
    "https://169.254.169.254/latest",
    "https://0/",
    "file:///etc/passwd",
  ])("may not be %s", (address) => {
    expect(isWebhookAddress(address)).toBe(false);
  });
});
