"use client";

import { XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Anchor, Close, Content, Portal, Root, Trigger } from "radix-ui/popover";
import type { ReactNode, RefObject } from "react";
import { cn } from "@/components/ui/cn";

type PopoverProps = {
  /** The one element that opens it; leave it out where `open` decides and `anchor` says where it stands. */
  trigger?: ReactNode;
  anchor?: RefObject<HTMLElement | null>;
  title: ReactNode;
  /** The name of the popover where `title` is more than a few words. */
  label?: string;
  children: ReactNode;
  className?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A few lines about one thing, beside it. More than five lines are better in a `Drawer`. */
export function Popover(props: PopoverProps): ReactNode {
  const { trigger, anchor, title, label, children, className, open, onOpenChange } = props;
  const t = useTranslations("common");
  const name = label ?? (typeof title === "string" ? title : undefined);
  return (
    <Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger ? <Trigger asChild>{trigger}</Trigger> : null}
      {anchor ? <Anchor virtualRef={anchor} /> : null}
      <Portal>
        <Content
          className={cn(
            "z-35 max-h-(--radix-popover-content-available-height) max-w-[min(--spacing(110),calc(100vw---spacing(8)))] overflow-auto rounded-md border border-line-2 bg-surface px-3.5 py-3 text-ink shadow-pop data-[state=open]:animate-rise",
            className,
          )}
          sideOffset={6}
          collisionPadding={16}
          aria-label={name}
        >
          <div className="flex items-center justify-between gap-2">
            <b className="text-sm">{title}</b>
            <Close className="text-ink-3" aria-label={t("close")}>
              <XIcon />
            </Close>
          </div>
          {children}
        </Content>
      </Portal>
    </Root>
  );
}
