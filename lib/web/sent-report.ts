import type { SentFile } from "@/lib/services/check-up";

/** The report that a form brings, as a file or as pasted text; null where it brings neither. */
export async function sentReportOf({
  file,
  text,
}: {
  file?: File | undefined;
  text: string;
}): Promise<SentFile | null> {
  if (file) return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name };
  return text.trim() === "" ? null : { bytes: new TextEncoder().encode(text), fileName: "" };
}

/** The file that was chosen in a field; an empty field is sent as a file of no bytes. */
export function chosenFile(value: FormDataEntryValue | null): File | undefined {
  return value instanceof File && value.size > 0 ? value : undefined;
}
