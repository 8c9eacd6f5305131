import { describe, expect, it } from "vitest";
import { findOwnMarks } from "@/lib/intake/find-own-marks";
import { renderReport } from "@/lib/render";
import { qianwan2019 } from "@/lib/render/testing/sample-documents";

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("findOwnMarks", () => {
  const document = qianwan2019();

  it.each(["docx", "xlsx", "html", "json", "xml"] as const)("finds the code in a %s of ours", async (format) => {
    const marks = findOwnMarks(await renderReport(document, format));
    expect(marks).toMatchObject({ type: format, codes: expect.arrayContaining([document.verificationCode]) });
  });

  it("finds in a CSV whose it is and of which year, and knows a PDF by its beginning", async () => {
    expect(findOwnMarks(await renderReport(document, "csv"))).toEqual({
      type: "csv",
      codes: [],
      body: { name: document.district, year: document.year },
    });
    expect(findOwnMarks(bytesOf("%PDF-1.7 …"))?.type).toBe("pdf");
  });

  it("takes nothing else for a file of ours, nor looks into a broken archive", () => {
    expect(findOwnMarks(bytesOf("你好"))).toBeNull();
    expect(findOwnMarks(new Uint8Array())).toBeNull();
    expect(findOwnMarks(bytesOf("PK\u0003\u0004 broken"))).toBeNull();
  });
});
