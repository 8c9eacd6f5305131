/** A value that was typed and is not with the server. */
export type UnsavedEntry = { anchor: string; place: string; value: string };

const nameOf = (submissionId: string) => `nianbao unsaved ${submissionId}`;

/** Keeps what was typed and not saved for as long as the tab lives, so that the page can be shown afresh. */
export function keepUnsaved(submissionId: string, entries: readonly UnsavedEntry[]): void {
  if (entries.length === 0) dropUnsaved(submissionId);
  else window.sessionStorage.setItem(nameOf(submissionId), JSON.stringify(entries));
}

export function readUnsaved(submissionId: string): UnsavedEntry[] {
  const kept: unknown = JSON.parse(window.sessionStorage.getItem(nameOf(submissionId)) ?? "[]");
  return Array.isArray(kept) ? kept.filter(isEntry) : [];
}

export function dropUnsaved(submissionId: string): void {
  window.sessionStorage.removeItem(nameOf(submissionId));
}

function isEntry(kept: unknown): kept is UnsavedEntry {
  if (typeof kept !== "object" || kept === null) return false;
  return ["anchor", "place", "value"].every((name) => name in kept && typeof Reflect.get(kept, name) === "string");
}
