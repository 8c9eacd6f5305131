import { Inflate } from "fflate";
import { Unreadable } from "@/lib/intake/intake-problem";

/** What a report can need, many times over; a file that unpacks to more is not one. */
const MAX_ENTRY_BYTES = 20 * 1024 * 1024;
const MAX_TOTAL_BYTES = 40 * 1024 * 1024;
const MAX_ENTRIES = 2_000;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** How much one entry, and all wanted ones together, may unpack to. */
export type UnzipCaps = { entryBytes: number; totalBytes: number };

type Entry = { name: string; method: number; packedBytes: number; at: number; isEncrypted: boolean };

/**
 * Unpacks the wanted entries of a zip. Sizes that the file states are not believed: unpacking stops when the real bytes
 * pass the cap.
 */
export function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  caps: UnzipCaps = { entryBytes: MAX_ENTRY_BYTES, totalBytes: MAX_TOTAL_BYTES },
): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wanted = readDirectory(bytes, view).filter((entry) => isWanted(entry.name));
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of wanted) {
    if (entry.isEncrypted) throw new Unreadable("encrypted");
    const content = unpack(bytes, view, entry, Math.min(caps.entryBytes, caps.totalBytes - total));
    total += content.length;
    files.set(entry.name, content);
  }
  return files;
}

/**
 * The names of all files in an archive, from its directory; nothing is unpacked. Throws `Unreadable` on an archive
 * that is encrypted or broken.
 */
export function listZip(bytes: Uint8Array): string[] {
  return readDirectory(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)).map(
    (entry) => entry.name,
  );
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  let end = bytes.length - 22;
  const last = Math.max(0, end - 65_535);
  while (end >= last && view.getUint32(Math.max(end, 0), true) !== END_OF_DIRECTORY) end -= 1;
  if (end < last || end < 0) throw new Unreadable("broken");
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new Unreadable("too_much_inside");
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Unreadable("broken");
    const nameBytes = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, cap: number): Uint8Array {
  if (entry.at + 30 > bytes.length) throw new Unreadable("broken");
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(start, start + entry.packedBytes);
  if (entry.method === 0) {
    if (packed.length > cap) throw new Unreadable("too_much_inside");
    return packed;
  }
  if (entry.method !== 8) throw new Unreadable("broken");
  return inflate(packed, cap);
}

/** Inflates piece by piece, so that a bomb is stopped after its first pieces. */
function inflate(packed: Uint8Array, cap: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let total = 0;
  const stream = new Inflate((piece) => {
    total += piece.length;
    if (total > cap) throw new Unreadable("too_much_inside");
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length; at += 16_384)
      stream.push(packed.subarray(at, at + 16_384), at + 16_384 >= packed.length);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("broken");
  }
  const content = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    content.set(piece, at);
    at += piece.length;
  }
  return content;
}
