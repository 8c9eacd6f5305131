"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/kbd";
import { Popover } from "@/components/ui/popover";
import { Switch } from "@/components/ui/switch";
import { type KeyPress, nextPlace, REVIEW_KEYS, type ReviewKeyAct, readReviewKey } from "@/lib/domain/review-keys";
import { useReviewKeysSwitch } from "./review-keys-switch";

type ReviewKeysProps = {
  /** The ids of the places that want to be looked at, in the order of looking. */
  places: readonly string[];
  /** Where the keys are explained, for when there is no JavaScript. */
  helpHref: string;
};

/** Reviews by single keys, and says which. The keys press what stands on the page, so they never do more than it offers. */
export function ReviewKeys({ places, helpHref }: ReviewKeysProps): ReactNode {
  const t = useTranslations("review.keys");
  const { isOn, turn } = useReviewKeysSwitch();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLAnchorElement>(null);
  const last = useRef<string | null>(null);

  const act = (asked: ReviewKeyAct) => {
    if (asked === "help") setOpen(true);
    else if (asked === "finding") last.current = goTo(nextPlace(placesOnPage(places), last.current)) ?? last.current;
    else if (asked === "comment") comment();
    else pressTarget(asked);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const command = event.defaultPrevented ? null : readReviewKey({ ...pressOf(event), isOn });
    if (command === null) return;
    event.preventDefault();
    act(command);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  return (
    <>
      <a
        ref={opener}
        className={cn(buttonVariants({ variant: "ghost", size: "sm" }), "max-md:hidden")}
        href={helpHref}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Kbd>?</Kbd>
        {t("open")}
      </a>
      <Popover title={t("title")} anchor={opener} open={isOpen} onOpenChange={setOpen}>
        <ul className="mt-2 space-y-1 text-sm">
          {REVIEW_KEYS.map(({ act, key }) => (
            <li key={key} className="flex items-baseline gap-2.5">
              <span className="w-6 text-center">
                <Kbd>{key.toUpperCase()}</Kbd>
              </span>
              {t(act)}
            </li>
          ))}
        </ul>
        <p className="mt-2 max-w-80 text-xs text-ink-3">{t("note")}</p>
        <Switch className="mt-2" checked={isOn} onChange={(event) => turn(event.target.checked)}>
          {t("on")}
        </Switch>
      </Popover>
    </>
  );
}

function pressOf(event: KeyboardEvent): Omit<KeyPress, "isOn"> {
  const { target, key } = event;
  const element = target instanceof HTMLElement ? target : document.body;
  return {
    key,
    hasModifier: event.ctrlKey || event.metaKey || event.altKey,
    isRepeated: event.repeat,
    isTyping: event.isComposing || element.isContentEditable || element.matches("input, textarea, select"),
    isCovered: document.querySelector("dialog[open], [role=dialog]") !== null,
    isOnPage: element === document.body || element.closest("main") !== null,
  };
}

function pressTarget(act: ReviewKeyAct): void {
  const target = document.querySelector(`[data-key-act=${act}]`);
  const pressed = target?.querySelector("a, button");
  if (!(target instanceof HTMLElement) || !(pressed instanceof HTMLElement)) return;
  pressed.focus();
  if (target.dataset.keyFocus === undefined) pressed.click();
}

/** Places that are not drawn, since only what is marked is looked at, are passed over. */
function placesOnPage(places: readonly string[]): string[] {
  return places.filter((id) => document.getElementById(id) !== null);
}

function goTo(id: string | null): string | null {
  const place = id === null ? null : document.getElementById(id);
  if (!place) return null;
  const link = place.querySelector<HTMLElement>("a[data-anchor]");
  if (!link) place.tabIndex = -1;
  (link ?? place).focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" });
  return id;
}

/** Opens the form for a comment on the place that has the focus, else goes to the first place that can have one. */
function comment(): void {
  const { activeElement } = document;
  const link = activeElement?.matches("a[data-anchor]")
    ? activeElement
    : activeElement?.querySelector("a[data-anchor]");
  if (link instanceof HTMLElement && activeElement !== document.body && activeElement?.tagName !== "MAIN") link.click();
  else document.querySelector<HTMLElement>("main a[data-anchor]")?.focus();
}
