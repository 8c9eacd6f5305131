/** A value that was typed and is not with the server. */
export type UnsavedEntry = { anchor: string; place: string; value: string };

/** `of` is a submission, or the address of a page. */
const nameOf = (of: string) => `nianbao unsaved ${of}`;

/** Keeps what was typed and not saved for as long as the tab lives, so that the page can be shown afresh. */
export function keepUnsaved(of: string, entries: readonly UnsavedEntry[]): void {
  if (entries.length === 0) dropUnsaved(of);
  else window.sessionStorage.setItem(nameOf(of), JSON.stringify(entries));
}

export function readUnsaved(of: string): UnsavedEntry[] {
  const stored: unknown = JSON.parse(window.sessionStorage.getItem(nameOf(of)) ?? "[]");
  return Array.isArray(stored) ? stored.filter(isEntry) : [];
}

export function dropUnsaved(of: string): void {
  window.sessionStorage.removeItem(nameOf(of));
}

function isEntry(kept: unknown): kept is UnsavedEntry {
  if (typeof kept !== "object" || kept === null) return false;
  return ["anchor", "place", "value"].every((name) => name in kept && typeof Reflect.get(kept, name) === "string");
}
