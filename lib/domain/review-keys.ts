/** What a reviewer does with one key, and the key. They are letters, so that every keyboard has them. */
export const REVIEW_KEYS = [
  { act: "next", key: "j" },
  { act: "previous", key: "k" },
  { act: "finding", key: "f" },
  { act: "comment", key: "c" },
  { act: "return", key: "r" },
  { act: "approve", key: "a" },
  { act: "help", key: "?" },
] as const;

export type ReviewKeyAct = (typeof REVIEW_KEYS)[number]["act"];

export type KeyPress = {
  key: string;
  /** Ctrl, Alt or the command key is held: that belongs to the browser. */
  hasModifier: boolean;
  /** The key is held down and repeats by itself. */
  isRepeated: boolean;
  /** It goes into a field, or into an input method that is making a character of it. */
  isTyping: boolean;
  /** A dialog or popover is open; its own keys count. */
  isCovered: boolean;
  /** The focus is in the page's content or nowhere; never in the navigation. */
  isOnPage: boolean;
  /** The reviewer left the keys on (WCAG 2.1.4). */
  isOn: boolean;
};

/** What a press of a key asks for on the page of a review; null where it is somebody else's. */
export function readReviewKey(press: KeyPress): ReviewKeyAct | null {
  if (press.hasModifier || press.isRepeated || press.isTyping || press.isCovered || !press.isOnPage) return null;
  // Chinese input methods give the question mark in full width.
  const key = press.key === "？" ? "?" : press.key.toLowerCase();
  const act = REVIEW_KEYS.find((candidate) => candidate.key === key)?.act ?? null;
  return press.isOn || act === "help" ? act : null;
}

/** The place after the one looked at, round and round; the first where none of them is looked at. */
export function nextPlace<Place>(places: readonly Place[], current: Place | null): Place | null {
  const index = current === null ? -1 : places.indexOf(current);
  return places[(index + 1) % Math.max(places.length, 1)] ?? null;
}
