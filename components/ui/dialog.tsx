"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { CrossIcon } from "@/components/icons";
import { Button } from "@/components/ui/button";

type Opening = {
  /** The one element that opens it; leave it out where `isOpen` decides. */
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

type DialogProps = Opening & {
  title: ReactNode;
  /** What happens when one goes on, and what does not. */
  text?: ReactNode;
  children?: ReactNode;
  isLarge?: boolean;
};

const CloseContext = createContext<() => void>(() => {});

/** A question before something that cannot lightly be taken back. Its buttons stand in a `DialogButtons`. */
export function Dialog({ title, text, children, isLarge, ...opening }: DialogProps): ReactNode {
  const id = useId();
  return (
    <Modal {...opening} className={isLarge ? "pop dlg dlg-l" : "pop dlg"} id={id} isDescribed={Boolean(text)}>
      <h2 id={`${id}-title`}>{title}</h2>
      {text ? (
        <p className="sec mt4" id={`${id}-text`}>
          {text}
        </p>
      ) : null}
      {children}
    </Modal>
  );
}

/** 取消 and the act itself. */
export function DialogButtons({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className="dlg-f">
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
    <Modal {...opening} className="pop drawer" id={id} isDescribed={false}>
      <div className="drawer-h">
        <div className="grow">
          {kicker ? <div className="xs muted">{kicker}</div> : null}
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
    <button type="button" className="pop-x" aria-label={t("close")} onClick={close}>
      <CrossIcon />
    </button>
  );
}

type ModalProps = Opening & { className: string; id: string; isDescribed: boolean; children: ReactNode };

/** Opens over everything else, at the end of the page's body, so that a form inside it is never a form within a form. */
function Modal({ trigger, isOpen, onOpenChange, ...box }: ModalProps): ReactNode {
  const [isOpenHere, setOpenHere] = useState(false);
  const change = (next: boolean) => {
    setOpenHere(next);
    onOpenChange?.(next);
  };
  return (
    <>
      {trigger ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the element inside is the button; this hears its press.
        // biome-ignore lint/a11y/useKeyWithClickEvents: a button turns keys into presses by itself.
        <span className="contents" onClick={() => change(true)}>
          {trigger}
        </span>
      ) : null}
      {(isOpen ?? isOpenHere) ? <ModalBox {...box} onClose={() => change(false)} /> : null}
    </>
  );
}

/**
 * The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back, to the page where
 * the act has taken its opener away. A press beside it closes it too.
 */
function ModalBox(props: Omit<ModalProps, keyof Opening> & { onClose: () => void }): ReactNode {
  const { className, id, isDescribed, onClose, children } = props;
  const box = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = box.current;
    const opener = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      const place = opener?.isConnected ? opener : document.getElementById("main");
      if (place instanceof HTMLElement) place.focus();
    };
  }, []);

  return createPortal(
    <dialog
      ref={box}
      className={className}
      aria-labelledby={`${id}-title`}
      aria-describedby={isDescribed ? `${id}-text` : undefined}
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

/** A press on the dialog's own ground may lie in its padding, or beside it on the veil. */
function isBeside({ clientX, clientY }: { clientX: number; clientY: number }, box: HTMLElement): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
