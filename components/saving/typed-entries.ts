import type { UnsavedEntry } from "@/components/saving/unsaved-storage";

/** What stands in the fields that people type in; passwords are not kept. */
export function listTypedEntries(root: ParentNode): UnsavedEntry[] {
  const fields = root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "textarea, input:not([type]), input[type=text], input[type=search], input[type=date], input[type=number]",
  );
  return [...fields].flatMap((field) => {
    if (field.value === "" || field.readOnly) return [];
    const label = field.labels?.[0]?.textContent ?? field.getAttribute("aria-label") ?? field.name;
    return [{ anchor: field.id || field.name, place: label, value: field.value }];
  });
}
