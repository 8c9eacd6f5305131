import { expect, it } from "vitest";
import { renderReport } from "@/lib/render";
import { renderInProcess } from "@/lib/render/render-in-process";
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
  await expect(renderInProcess({ document, format: "zip", options: {} }, { timeoutMs: 50 }, nothing)).rejects.toThrow(
    "ended before it was written",
  );
});
