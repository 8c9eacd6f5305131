"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentProps, KeyboardEvent, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { TextareaField } from "@/components/ui/text-field";
import { insertReason } from "@/lib/domain/return-reason";

export type UsualReasons = {
  bodies: readonly string[];
  /** Where the office keeps them. */
  href: string;
};

type ReviewReasonFieldProps = ComponentProps<typeof TextareaField> & { usual: UsualReasons };

/** The reason for a return; the office's usual ones are put into it by a press or by Alt and a digit. */
export function ReviewReasonField({ usual, ...field }: ReviewReasonFieldProps): ReactNode {
  const t = useTranslations("review.reasons");
  const insertByKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const digit = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    const body = digit === undefined ? undefined : usual.bodies[Number(digit) - 1];
    if (body === undefined) return;
    event.preventDefault();
    insertInto(event.currentTarget, body);
  };
  return (
    <>
      <TextareaField {...field} onKeyDown={insertByKey} />
      {usual.bodies.length > 0 ? (
        <fieldset className="mt-2">
          <legend className="text-xs text-ink-3">
            {t("insert")} {t("keys")}
          </legend>
          <ul className="mt-1 flex max-h-40 flex-col items-start gap-1 overflow-auto">
            {usual.bodies.map((body, index) => (
              <li key={body} className="max-w-full">
                <Button
                  variant="ghost"
                  size="sm"
                  className="h-auto max-w-full py-1 text-left whitespace-normal"
                  onClick={(event) => {
                    const reason = event.currentTarget.form?.elements.namedItem("reason");
                    if (reason instanceof HTMLTextAreaElement) insertInto(reason, body);
                  }}
                >
                  {index < 9 ? <Kbd>{index + 1}</Kbd> : null}
                  {body}
                </Button>
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
      <p className="mt-1 text-xs">
        <Link href={usual.href}>{t("manage")}</Link>
      </p>
    </>
  );
}

function insertInto(field: HTMLTextAreaElement, body: string): void {
  const { text, caret } = insertReason(field.value, { start: field.selectionStart, end: field.selectionEnd }, body);
  field.value = text;
  // The counter of characters listens for input events, as when somebody types.
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  field.setSelectionRange(caret, caret);
}
