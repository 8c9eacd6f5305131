import type { DBSchema, IDBPDatabase } from "idb";

/** What was typed and is not with the server, as it stays on the machine when the page is gone. */
export type KeptEntry = {
  /** Whose typing it is. Nobody else who uses the machine is shown it. */
  owner: string;
  /** The section that it was typed in. */
  of: string;
  /** The cell or text, and what a sentence calls it. */
  anchor: string;
  place: string;
  value: string;
  /** What its writer saw there before: another value by now is a conflict. */
  seen: string | null;
};

interface Schema extends DBSchema {
  typed: { key: [string, string, string]; value: KeptEntry; indexes: { owner: string } };
}

let opening: Promise<IDBPDatabase<Schema> | null> | null = null;

/** Null where the browser keeps nothing, as in a private window of some: typing goes on without it. */
function open(): Promise<IDBPDatabase<Schema> | null> {
  opening ??= openOnce().catch(() => null);
  return opening;
}

/** The library is loaded when something is to be kept or looked for, not with the page. */
async function openOnce(): Promise<IDBPDatabase<Schema>> {
  const { openDB } = await import("idb");
  return openDB<Schema>("nianbao", 1, {
    upgrade(database) {
      const typed = database.createObjectStore("typed", { keyPath: ["owner", "of", "anchor"] });
      typed.createIndex("owner", "owner");
    },
    // A newer page wants another shape: it goes first.
    blocking: (_current, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      opening = null;
    },
  });
}

/** Everything that is kept of a person in one section. */
export async function listKept(owner: string, of: string): Promise<KeptEntry[]> {
  return (await listKeptOf(owner)).filter((entry) => entry.of === of);
}

/** Everything that is kept of a person on this machine. */
export async function listKeptOf(owner: string): Promise<KeptEntry[]> {
  const database = await open();
  if (!database) return [];
  return database.getAllFromIndex("typed", "owner", owner).catch(() => []);
}

/** Keeps some entries and lets others go, together. */
export async function changeKept(
  kept: readonly KeptEntry[],
  gone: readonly Pick<KeptEntry, "owner" | "of" | "anchor">[],
): Promise<void> {
  const database = await open();
  if (!database) return;
  const transaction = database.transaction("typed", "readwrite");
  await Promise.all([
    ...kept.map((entry) => transaction.store.put(entry)),
    ...gone.map(({ owner, of, anchor }) => transaction.store.delete([owner, of, anchor])),
    transaction.done,
  ]).catch(() => undefined);
}

/** Forgets what is kept of a person: they were told and leave the machine. */
export async function dropKeptOf(owner: string): Promise<void> {
  await changeKept([], await listKeptOf(owner));
}
