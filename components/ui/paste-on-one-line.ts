import type { ClipboardEvent } from "react";
import { onOneLine } from "@/lib/domain/on-one-line";

/**
 * Pastes text of several lines into a field of one with spaces between them. Left to itself, the browser takes the line
 * breaks out, and "2" above "3" becomes 23.
 */
export function pasteOnOneLine(event: ClipboardEvent<HTMLElement>, copied?: string): void {
  const { target } = event;
  const pasted = event.clipboardData.getData("text/plain");
  const text = onOneLine((copied ?? pasted).trim());
  if (!(target instanceof HTMLInputElement) || text === pasted.trim()) return;
  event.preventDefault();
  target.setRangeText(text, target.selectionStart ?? 0, target.selectionEnd ?? 0, "end");
  target.dispatchEvent(new Event("input", { bubbles: true }));
}
