"use client";

import { ClipboardListIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { TextareaField } from "@/components/ui/text-field";

/** Takes a copied table for those who do not know that it can be pasted into a cell, or whose browser asks first. */
export function SectionPaste({ onPaste }: { onPaste: (text: string) => void }): ReactNode {
  const t = useTranslations("section.paste");
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const take = (pasted: string) => {
    setOpen(false);
    setText("");
    if (pasted.trim() !== "") onPaste(pasted);
  };
  return (
    <Dialog
      title={t("title")}
      description={t("text")}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button className="max-md:hidden">
          <ClipboardListIcon />
          {t("open")}
        </Button>
      }
      size="lg"
    >
      <TextareaField
        id="paste-table"
        className="mt-3"
        label={t("label")}
        placeholder={t("placeholder")}
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          event.preventDefault();
          take(event.clipboardData.getData("text/plain"));
        }}
      />
      <DialogFooter>
        <Button variant="primary" onClick={() => take(text)}>
          {t("act")}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
