"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { CommentForm } from "@/components/review/review-comment-forms";
import type { ReviewFormProps } from "@/components/review/review-form";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";

type ReviewNotesProps = ReviewFormProps & { children: ReactNode };

type Open = { anchor: string; name: string };

/**
 * Opens the form for a comment beside whatever inside it names a cell or paragraph in `data-anchor`. Those are links to
 * the same form, so that without JavaScript nothing is lost.
 */
export function ReviewNotes({ children, ...form }: ReviewNotesProps): ReactNode {
  const t = useTranslations("review.note");
  const common = useTranslations("common");
  const [open, setOpen] = useState<Open | null>(null);
  const place = useRef<HTMLElement | null>(null);
  const close = useCallback(() => setOpen(null), []);

  // The form covers what stands near; the place itself stays marked.
  useEffect(() => {
    const marked = open ? place.current?.closest("td, section") : null;
    marked?.setAttribute("data-noting", "");
    return () => marked?.removeAttribute("data-noting");
  }, [open]);

  const openBeside = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || !(event.target instanceof Element)) return;
    const link = event.target.closest("a[data-anchor]");
    if (!(link instanceof HTMLElement) || !link.dataset.anchor) return;
    event.preventDefault();
    place.current = link;
    setOpen({ anchor: link.dataset.anchor, name: link.dataset.name ?? "" });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; this only listens for their clicks.
    // biome-ignore lint/a11y/useKeyWithClickEvents: pressing Enter on a link is a click.
    <div className="contents" onClick={openBeside}>
      {children}
      <Popover
        title={t("on", { place: open?.name ?? "" })}
        className="md:w-dialog"
        anchor={place}
        open={open !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
      >
        {open ? (
          <CommentForm
            key={open.anchor}
            {...form}
            anchor={open.anchor}
            isFocused
            onDone={close}
            cancel={
              <Button size="sm" onClick={close}>
                {common("cancel")}
              </Button>
            }
          />
        ) : null}
      </Popover>
    </div>
  );
}
