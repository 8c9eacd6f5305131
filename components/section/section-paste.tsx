"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ClipboardIcon } from "@/components/icons";
import { Button } from "@/components/ui/button";
import { Dialog, DialogButtons } from "@/components/ui/dialog";
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
      text={t("text")}
      isLarge
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button className="only-l">
          <ClipboardIcon />
          {t("open")}
        </Button>
      }
    >
      <TextareaField
        id="paste-table"
        className="mt12"
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
      <DialogButtons>
        <Button kind="primary" onClick={() => take(text)}>
          {t("act")}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
