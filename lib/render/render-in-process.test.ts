import { expect, it } from "vitest";
import { renderReport } from "@/lib/render";
import { renderInProcess } from "@/lib/render/render-in-process";
import { withManyUnits } from "@/lib/render/testing/large-document";
import { qianwan2019 } from "@/lib/render/testing/sample-documents";

const nothing = () => undefined;

it("writes in a process of its own what it writes in this one, and says how far it is", async () => {
  const document = qianwan2019();
  const parts: number[] = [];
  const written = await renderInProcess(
    { document, format: "zip", options: {} },
    { timeoutMs: 60_000 },
    (done, total) => parts.push(done / total),
  );
  expect(Buffer.from(written).equals(await renderReport(document, "zip"))).toBe(true);
  expect(parts.length).toBeGreaterThan(5);
  expect([...parts].sort((left, right) => left - right)).toEqual(parts);
});

it("gives up when its time is over, and writes the next", async () => {
  const document = qianwan2019();
  const late = renderInProcess({ document, format: "zip", options: {} }, { timeoutMs: 50 }, nothing);
  await expect(late).rejects.toMatchObject({ name: "FileNotWritten", reason: "time" });
  const next = await renderInProcess({ document, format: "json", options: {} }, { timeoutMs: 60_000 }, nothing);
  expect(next.length).toBeGreaterThan(0);
});

it("says that the memory was too little, and of a fault what it was", async () => {
  const limits = { timeoutMs: 60_000, heapMb: 48 };
  const large = withManyUnits(qianwan2019(), 1500);
  await expect(
    renderInProcess({ document: large, format: "docx", options: { unitAnnexes: true } }, limits, nothing),
  ).rejects.toMatchObject({ reason: "memory", message: expect.stringContaining("heap out of memory") });
  const broken = { ...qianwan2019(), format: JSON.parse("null") };
  await expect(
    renderInProcess({ document: broken, format: "xlsx", options: {} }, limits, nothing),
  ).rejects.toMatchObject({ reason: "fault", message: expect.stringContaining("TypeError") });
});
