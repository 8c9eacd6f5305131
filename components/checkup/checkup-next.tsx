"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, startTransition, useEffect } from "react";

/** The next report: a file dropped anywhere on the page, or whatever is pasted outside a field. */
export function CheckUpNext({ action }: { action: (form: FormData) => void }): ReactNode {
  const t = useTranslations("intake.checkup");

  useEffect(() => {
    const send = (name: "file" | "text", value: File | string) => {
      const form = new FormData();
      form.set(name, value);
      startTransition(() => action(form));
    };
    const onDragOver = (event: DragEvent) => event.preventDefault();
    const onDrop = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      send("file", file);
    };
    const onPaste = (event: ClipboardEvent) => {
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (file) send("file", file);
      else if (text.trim() !== "") send("text", text);
    };
    document.addEventListener("dragover", onDragOver);
    document.addEventListener("drop", onDrop);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("dragover", onDragOver);
      document.removeEventListener("drop", onDrop);
      document.removeEventListener("paste", onPaste);
    };
  }, [action]);

  return (
    <span className="dz-next only-l">{t.rich("next", { key: (words) => <kbd className="kbd">{words}</kbd> })}</span>
  );
}
