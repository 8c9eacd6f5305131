import { describe, expect, it } from "vitest";
import { typedInForm } from "./fill-fields";
import { FillSectionSchema } from "./fill-section";

const id = "00000000-0000-4000-8000-000000000000";
const base = { requestId: id, submissionId: id, expectedRevision: "3" };

describe("FillSectionSchema", () => {
  it("takes what differs from what the fields were drawn with, cleaned as in the page", () => {
    const input = FillSectionSchema.parse({
      ...base,
      "seen:figure:requests.granted.business": "7",
      "figure:requests.granted.business": "7",
      "seen:figure:requests.granted.research": "",
      "figure:requests.granted.research": " ０12 ",
      "seen:figure:requests.granted.welfare": "5",
      "figure:requests.granted.welfare": "",
      "seen:paragraph:safety": "一行\r\n两行",
      "paragraph:safety": "一行\n两行\r\n三行",
      "seen:explain:f1": "",
      "explain:f1": " 合并 ",
      [`resolve:${id}`]: "stays",
      [`reply:${id}`]: " 与台账一致 ",
    });

    expect(input).toMatchObject({
      step: "save",
      expectedRevision: 3,
      figures: [
        { cellKey: "requests.granted.research", seen: null, value: "12" },
        { cellKey: "requests.granted.welfare", seen: "5", value: null },
      ],
      paragraphs: [{ headingKey: "safety", seen: "一行\n两行", value: "一行\n两行\n三行" }],
      explanations: [{ findingId: "f1", body: "合并" }],
      resolved: [{ commentId: id, reply: "stays", replyText: "与台账一致" }],
    });
  });

  it("refuses a text that is too long by its field's name and cuts nothing", () => {
    const parsed = FillSectionSchema.safeParse({
      ...base,
      "seen:paragraph:safety": "",
      "paragraph:safety": "字".repeat(20_001),
    });
    expect(parsed.error?.issues).toMatchObject([{ code: "too_big", maximum: 20_000, path: ["paragraph:safety"] }]);
  });

  it("asks why something stays by the field of the reason", () => {
    const parsed = FillSectionSchema.safeParse({ ...base, [`resolve:${id}`]: "stays", [`reply:${id}`]: " " });
    expect(parsed.error?.issues).toMatchObject([{ path: [`reply:${id}`] }]);
  });

  it("gives back what stood in each field of a form that was not accepted", () => {
    expect(
      typedInForm({ "figure:a.b": "7件", "paragraph:safety": "一\r\n二", "seen:figure:a.b": "7", step: "nil" }),
    ).toEqual({
      "a.b": "7件",
      "paragraph:safety": "一\n二",
    });
  });
});
