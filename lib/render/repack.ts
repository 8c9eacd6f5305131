import { unzipSync, type Zippable, zipSync } from "fflate";

/** Files in the order given, all with the document's date, so that the same files give the same archive. */
export function zipFiles(
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
  isoDate: string | null,
): Uint8Array {
  const mtime = localMidnight(isoDate);
  return zipSync(
    Object.fromEntries(files.map(([name, bytes]): [string, Zippable[string]] => [name, [bytes, { mtime, level: 6 }]])),
  );
}

/**
 * An office file with fixed times inside and out, or none inside where the document tells no date: the libraries that write it put the present moment in, and the same
 * document would be another file each second.
 */
export function withFixedTimes(file: Uint8Array, isoDate: string | null): Uint8Array {
  const entries = Object.entries(unzipSync(file)).map(([name, bytes]): [string, Uint8Array] => {
    const fixes = FIXES.filter(({ part }) => part.test(name));
    if (fixes.length === 0) return [name, bytes];
    const text = fixes.reduce(
      (current, { found, put }) => current.replace(found, put(isoDate)),
      new TextDecoder().decode(bytes),
    );
    return [name, new TextEncoder().encode(text)];
  });
  return zipFiles(entries, isoDate);
}

/** What differs from one moment to the next in which part: the times of writing, and a watermark's made-up name. */
const FIXES: readonly { part: RegExp; found: RegExp; put: (isoDate: string | null) => string }[] = [
  {
    part: /^docProps\/core\.xml$/,
    found: /(<dcterms:(created|modified)[^>]*>)[^<]*<\/dcterms:\2>/g,
    put: (isoDate) => (isoDate === null ? "" : `$1${isoDate}T00:00:00Z</dcterms:$2>`),
  },
  { part: /^word\/[^/]*header[^/]*\.xml$/, found: /(PowerPlusWaterMarkObject)[^"]+/g, put: () => "$1Draft" },
];

/** Archives hold local time without a zone; the fields of a local midnight are the same everywhere. */
export function localMidnight(isoDate: string | null): Date {
  const [year = 1980, month = 1, day = 1] = (isoDate ?? "1980-01-01").split("-").map(Number);
  return new Date(Math.max(year, 1980), month - 1, day);
}
