"use client";

import { useTranslations } from "next-intl";
import { Close, Content, Description, Overlay, Portal, Root, Title, Trigger } from "radix-ui/dialog";
import type { ReactNode } from "react";
import { CrossIcon } from "@/components/icons";

type DialogProps = {
  /** The one element that opens it; leave it out where `isOpen` decides. */
  trigger?: ReactNode;
  title: ReactNode;
  /** What happens when one goes on, and what does not. */
  text?: ReactNode;
  children?: ReactNode;
  isLarge?: boolean;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

/** A question before something that cannot lightly be taken back. Its buttons stand in a `DialogButtons`. */
export function Dialog({ trigger, title, text, children, isLarge, isOpen, onOpenChange }: DialogProps): ReactNode {
  return (
    <Root {...(isOpen === undefined ? {} : { open: isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger ? <Trigger asChild>{trigger}</Trigger> : null}
      <Portal>
        <Overlay className="veil" />
        <Content className={isLarge ? "pop dlg dlg-l" : "pop dlg"} {...(text ? {} : { "aria-describedby": undefined })}>
          <Title>{title}</Title>
          {text ? <Description className="sec mt4">{text}</Description> : null}
          {children}
        </Content>
      </Portal>
    </Root>
  );
}

/** 取消 and the act itself. */
export function DialogButtons({ children }: { children: ReactNode }): ReactNode {
  const t = useTranslations("common");
  return (
    <div className="dlg-f">
      <Close className="btn">{t("cancel")}</Close>
      {children}
    </div>
  );
}

type DrawerProps = {
  trigger?: ReactNode;
  title: ReactNode;
  /** Small words above the title: what kind of thing this is. */
  kicker?: ReactNode;
  children: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

/** A long list about one thing, docked at the right. */
export function Drawer({ trigger, title, kicker, children, isOpen, onOpenChange }: DrawerProps): ReactNode {
  const t = useTranslations("common");
  return (
    <Root {...(isOpen === undefined ? {} : { open: isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger ? <Trigger asChild>{trigger}</Trigger> : null}
      <Portal>
        <Overlay className="veil" />
        <Content className="pop drawer" aria-describedby={undefined}>
          <div className="drawer-h">
            <div className="grow">
              {kicker ? <div className="xs muted">{kicker}</div> : null}
              <Title>{title}</Title>
            </div>
            <Close className="pop-x" aria-label={t("close")}>
              <CrossIcon />
            </Close>
          </div>
          {children}
        </Content>
      </Portal>
    </Root>
  );
}
