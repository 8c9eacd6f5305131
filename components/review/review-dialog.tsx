"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ReopenForm, ReturnForm } from "@/components/review/review-forms";
import { Button } from "@/components/ui/button";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";

type ReviewDialogProps = {
  /** The same form on a page of its own, for when there is no JavaScript. */
  href: string;
  kind: ButtonLook["kind"];
  label: ReactNode;
  title: string;
  text: string;
  form:
    | { kind: "return"; props: Omit<Parameters<typeof ReturnForm>[0], "cancel"> }
    | { kind: "reopen"; props: Omit<Parameters<typeof ReopenForm>[0], "cancel"> };
};

/** A button that asks for the reason before it acts. */
export function ReviewDialog({ href, kind, label, title, text, form }: ReviewDialogProps): ReactNode {
  const t = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const cancel = <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>;
  return (
    <>
      <a
        className={buttonClass({ kind })}
        href={href}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
      </a>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={title} text={text}>
        {form.kind === "return" ? (
          <ReturnForm {...form.props} cancel={cancel} />
        ) : (
          <ReopenForm {...form.props} cancel={cancel} />
        )}
      </Dialog>
    </>
  );
}
