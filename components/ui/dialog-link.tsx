"use client";

import { type ReactNode, useState } from "react";
import { type ButtonVariants, buttonVariants } from "@/components/ui/button-variants";
import { Dialog } from "@/components/ui/dialog";

type DialogLinkProps = ButtonVariants & {
  /** The same question on a page of its own, for when there is no JavaScript. */
  href: string;
  label: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** The form that answers; its 取消 is a `DialogCancel`. */
  children: ReactNode;
  className?: string;
};

/** A button that asks before it acts. */
export function DialogLink({ href, label, title, description, children, ...variants }: DialogLinkProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <a
        className={buttonVariants(variants)}
        href={href}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
      </a>
      <Dialog open={isOpen} onOpenChange={setOpen} title={title} description={description}>
        {children}
      </Dialog>
    </>
  );
}
