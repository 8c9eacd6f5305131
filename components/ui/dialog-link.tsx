"use client";

import { type ReactNode, useState } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";

type DialogLinkProps = Pick<ButtonLook, "kind" | "size"> & {
  /** The same question on a page of its own, for when there is no JavaScript. */
  href: string;
  label: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  /** The form that answers; its 取消 is a `DialogCancel`. */
  children: ReactNode;
};

/** A button that asks before it acts. */
export function DialogLink({ href, label, title, text, children, ...look }: DialogLinkProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <a
        className={buttonClass(look)}
        href={href}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
      </a>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={title} text={text}>
        {children}
      </Dialog>
    </>
  );
}
