"use client";

import { cva } from "class-variance-authority";
import { XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "@/components/ui/button";

/**
 * The browser's own modal dialog rather than Radix's: it lies in the top layer, keeps the focus inside and closes on
 * Escape by itself, and needs no style element written by a script, which the content security policy refuses.
 */
const dialog = cva(
  "rounded-md border border-line-2 bg-surface text-ink shadow-pop backdrop:bg-scrim open:animate-rise",
  {
    variants: {
      kind: {
        dialog:
          "m-auto max-h-[calc(100dvh---spacing(8))] w-dialog max-w-[calc(100vw---spacing(8))] overflow-auto px-5 py-4.5 max-md:mb-0 max-md:w-screen max-md:max-w-none max-md:rounded-b-none",
        large:
          "m-auto max-h-[calc(100dvh---spacing(8))] w-dialog-lg max-w-[calc(100vw---spacing(8))] overflow-auto px-5 py-4.5 max-md:mb-0 max-md:w-screen max-md:max-w-none max-md:rounded-b-none",
        drawer:
          "my-0 mr-0 ml-auto h-dvh max-h-none w-form max-w-[100vw] overflow-auto rounded-none border-y-0 border-r-0",
      },
    },
  },
);

type Opening = {
  /** The one element that opens it; leave it out where `open` decides. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

type DialogProps = Opening & {
  title: ReactNode;
  /** What happens when one goes on, and what does not. */
  description?: ReactNode;
  size?: "md" | "lg";
  children?: ReactNode;
};

const CloseContext = createContext<() => void>(() => {});

/** A question before something that cannot lightly be taken back. Its buttons stand in a `DialogFooter`. */
export function Dialog({ title, description, children, size = "md", ...opening }: DialogProps): ReactNode {
  const id = useId();
  return (
    <Modal {...opening} kind={size === "lg" ? "large" : "dialog"} id={id} isDescribed={Boolean(description)}>
      <h2 id={`${id}-title`}>{title}</h2>
      {description ? (
        <p className="mt-1 text-ink-2" id={`${id}-description`}>
          {description}
        </p>
      ) : null}
      {children}
    </Modal>
  );
}

/** 取消 and the act itself. */
export function DialogFooter({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className="mt-4 flex flex-wrap justify-end gap-2">
      <DialogCancel />
      {children}
    </div>
  );
}

/** Leaves the question unanswered; also for a form that draws its own row of buttons. */
export function DialogCancel(): ReactNode {
  const t = useTranslations("common");
  const close = useContext(CloseContext);
  return <Button onClick={close}>{t("cancel")}</Button>;
}

type DrawerProps = Opening & {
  title: ReactNode;
  /** Small words above the title: what kind of thing this is. */
  kicker?: ReactNode;
  children: ReactNode;
};

/** A long list about one thing, docked at the right. */
export function Drawer({ title, kicker, children, ...opening }: DrawerProps): ReactNode {
  const id = useId();
  return (
    <Modal {...opening} kind="drawer" id={id} isDescribed={false}>
      <div className="sticky top-0 z-1 flex items-start gap-4 border-b border-line bg-surface px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1">
          {kicker ? <div className="text-xs text-ink-3">{kicker}</div> : null}
          <h2 id={`${id}-title`}>{title}</h2>
        </div>
        <CloseButton />
      </div>
      {children}
    </Modal>
  );
}

function CloseButton(): ReactNode {
  const t = useTranslations("common");
  const close = useContext(CloseContext);
  return (
    <button type="button" className="text-ink-3" aria-label={t("close")} onClick={close}>
      <XIcon />
    </button>
  );
}

type ModalProps = Opening & {
  kind: "dialog" | "large" | "drawer";
  id: string;
  isDescribed: boolean;
  children: ReactNode;
};

/** Opens over everything else, at the end of the page's body, so that a form inside it is never a form within a form. */
function Modal({ trigger, open, onOpenChange, ...box }: ModalProps): ReactNode {
  const [isOpenHere, setOpenHere] = useState(false);
  const change = (next: boolean) => {
    setOpenHere(next);
    onOpenChange?.(next);
  };
  return (
    <>
      {trigger ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the element inside is the button; this listens for its click.
        // biome-ignore lint/a11y/useKeyWithClickEvents: a button turns keys into presses by itself.
        <span className="contents" onClick={() => change(true)}>
          {trigger}
        </span>
      ) : null}
      {(open ?? isOpenHere) ? <ModalBox {...box} onClose={() => change(false)} /> : null}
    </>
  );
}

/**
 * The open dialog. It gives the focus back to its opener, or to the page where the act has taken the opener away. A
 * press beside it closes it too.
 */
function ModalBox(props: Omit<ModalProps, keyof Opening> & { onClose: () => void }): ReactNode {
  const { kind, id, isDescribed, onClose, children } = props;
  const box = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = box.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      const place = opener?.isConnected ? opener : document.getElementById("main");
      if (place instanceof HTMLElement) place.focus();
    };
  }, []);

  return createPortal(
    <dialog
      ref={box}
      className={dialog({ kind })}
      aria-labelledby={`${id}-title`}
      aria-describedby={isDescribed ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A browser may close it without asking; one that is open again by then stays.
      onClose={() => (box.current?.open ? undefined : onClose())}
      onPointerDown={(event) => {
        if (event.target === box.current && isBeside(event, box.current)) onClose();
      }}
    >
      <CloseContext value={onClose}>{children}</CloseContext>
    </dialog>,
    document.body,
  );
}

/** A press on the dialog's own ground may lie in its padding, or beside it on the backdrop. */
function isBeside({ clientX, clientY }: { clientX: number; clientY: number }, box: HTMLElement): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
