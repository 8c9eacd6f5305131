"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, startTransition, useEffect, useState } from "react";
import { useReportLimit } from "@/components/intake/use-report-limit";
import { Kbd } from "@/components/ui/kbd";

/** The next report: a file dropped anywhere on the page, or whatever is pasted outside a field. */
export function CheckUpNext({ action }: { action: (form: FormData) => void }): ReactNode {
  const t = useTranslations("intake.checkup");
  const { bytes: most, sentence } = useReportLimit();
  const [isTooLarge, setTooLarge] = useState(false);

  useEffect(() => {
    const send = (name: "file" | "text", value: File | string) => {
      const isOver = value instanceof File && value.size > most;
      setTooLarge(isOver);
      if (isOver) return;
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
  }, [action, most]);

  return (
    <span className="ml-auto inline-flex flex-wrap items-center gap-2 text-sm leading-5.5 text-ink-2 max-md:hidden">
      {isTooLarge ? (
        <span className="text-danger" role="alert">
          {sentence}
        </span>
      ) : (
        t.rich("next", { key: (words) => <Kbd>{words}</Kbd> })
      )}
    </span>
  );
}
