"use client";

import { useTranslations } from "next-intl";
import { Anchor, Close, Content, Portal, Root, Trigger } from "radix-ui/popover";
import type { ReactNode, RefObject } from "react";
import { CrossIcon } from "@/components/icons";

type PopoverProps = {
  /** The one element that opens it; leave it out where `isOpen` decides and `anchor` says where it stands. */
  trigger?: ReactNode;
  anchor?: RefObject<HTMLElement | null>;
  title: ReactNode;
  /** The name of the popover where `title` is more than a few words. */
  label?: string;
  children: ReactNode;
  className?: string;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

/** A few lines about one thing, beside it. More than five lines are better in a `Drawer`. */
export function Popover(props: PopoverProps): ReactNode {
  const { trigger, anchor, title, label, children, className, isOpen, onOpenChange } = props;
  const t = useTranslations("common");
  const name = label ?? (typeof title === "string" ? title : undefined);
  return (
    <Root {...(isOpen === undefined ? {} : { open: isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger ? <Trigger asChild>{trigger}</Trigger> : null}
      {anchor ? <Anchor virtualRef={anchor} /> : null}
      <Portal>
        <Content
          className={className ? `pop pop-b ${className}` : "pop pop-b"}
          sideOffset={6}
          collisionPadding={16}
          aria-label={name}
        >
          <div className="row between">
            <b className="sm">{title}</b>
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
