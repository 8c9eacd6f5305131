/** The objects of a PDF as text, by number, in the order of the file. Only what Typst writes is understood. */
export type PdfObjects = { head: string; objects: Map<number, string>; tail: string };

const XREF_ENTRY_BYTES = 20;

/** Takes a PDF with a plain cross-reference table apart. Each character of the texts is one byte. */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 40));
  const trailer = text.indexOf("trailer", start);
  if (!table || trailer < 0) throw new Error("the PDF has no plain cross-reference table");

  const first = start + table[0].length;
  const offsets = Array.from({ length: Number(table[1]) }, (_, number) => {
    const at = first + number * XREF_ENTRY_BYTES;
    return { number, offset: Number(text.slice(at, at + 10)), isUsed: text[at + 17] === "n" };
  })
    .filter(({ isUsed }) => isUsed)
    .sort((left, right) => left.offset - right.offset);
  const objects = new Map(
    offsets.map(({ number, offset }, index) => [number, text.slice(offset, offsets[index + 1]?.offset ?? start)]),
  );
  const tail = text.slice(trailer).replace(/startxref[\s\S]*$/, "");
  return { head: text.slice(0, offsets[0]?.offset ?? 0), objects, tail };
}

/** Puts the objects together again, with a cross-reference table for where they now stand. */
export function writeObjects({ head, objects, tail }: PdfObjects): Uint8Array {
  const size = [...objects.keys()].reduce((most, number) => Math.max(most, number), 0) + 1;
  const offsets = Array.from({ length: size }, () => 0);
  let start = head.length;
  for (const [number, text] of objects) {
    offsets[number] = start;
    start += text.length;
  }
  const entries = offsets.map((offset) =>
    offset === 0 ? "0000000000 65535 f\r\n" : `${String(offset).padStart(10, "0")} 00000 n\r\n`,
  );
  const end = `xref\n0 ${size}\n${entries.join("")}${tail}startxref\n${start}\n%%EOF`;

  // Written in place: a large report joined into one text first would stand in memory three times.
  const bytes = Buffer.alloc(start + end.length);
  let at = 0;
  for (const part of [head, ...objects.values(), end]) at += bytes.write(part, at, "latin1");
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
