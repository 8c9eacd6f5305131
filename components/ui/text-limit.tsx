"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import type { FieldProps } from "@/components/ui/field";
import { fieldWiring } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { pasteOnOneLine } from "@/components/ui/paste-on-one-line";

type Wiring = Pick<FieldProps, "id" | "hint" | "errors"> & {
  /** How many characters are taken. What is longer stays in the field, is told here, and refused when it is sent. */
  limit: number;
};

/** From this share of the limit on, the count is shown before anybody has typed. */
const NEAR = 0.9;
/** Below this share a count would only be noise. */
const BEGUN = 0.05;

/** One line of text that says how much of its limit is used. */
export function LimitedInput({
  id,
  hint,
  errors,
  limit,
  ...input
}: Wiring & Omit<ComponentProps<"input">, "id">): ReactNode {
  const { length, isShown, isOver, onTyped } = useLength(limit, input);
  return (
    <>
      <Input
        onPaste={pasteOnOneLine}
        {...limitWiring({ id, hint, errors, isOver })}
        {...input}
        onInput={(event) => {
          onTyped(event.currentTarget.value);
          input.onInput?.(event);
        }}
      />
      <TextLimit id={id} limit={limit} length={length} isShown={isShown} />
    </>
  );
}

/** Several lines of text that say how much of their limit is used. */
export function LimitedTextarea({
  id,
  hint,
  errors,
  limit,
  ...textarea
}: Wiring & Omit<ComponentProps<"textarea">, "id">): ReactNode {
  const { length, isShown, isOver, onTyped } = useLength(limit, textarea);
  return (
    <>
      <Textarea
        {...limitWiring({ id, hint, errors, isOver })}
        {...textarea}
        onInput={(event) => {
          onTyped(event.currentTarget.value);
          textarea.onInput?.(event);
        }}
      />
      <TextLimit id={id} limit={limit} length={length} isShown={isShown} />
    </>
  );
}

type TextLimitProps = { id: string; limit: number; length: number; isShown: boolean };

/** The count below a text, and a sentence once it is over. Its id is the text's and `-limit`. */
export function TextLimit({ id, limit, length, isShown }: TextLimitProps): ReactNode {
  const t = useTranslations("common.limit");
  const isOver = length > limit;
  return (
    <span className="block text-right text-xs text-ink-3" id={`${id}-limit`}>
      {isShown && !isOver ? t("count", { length, limit }) : null}
      <span className="text-danger" role="status">
        {isOver ? t("over", { length, limit, over: length - limit }) : null}
      </span>
    </span>
  );
}

function useLength(limit: number, { value, defaultValue }: Pick<ComponentProps<"input">, "value" | "defaultValue">) {
  const [typed, setTyped] = useState<number | null>(null);
  const initialLength = String(value ?? defaultValue ?? "").length;
  const length = value === undefined ? (typed ?? initialLength) : initialLength;
  return {
    length,
    isShown: length > limit * (typed === null ? NEAR : BEGUN),
    isOver: length > limit,
    onTyped: (text: string) => setTyped(text.length),
  };
}

function limitWiring({ id, hint, errors, isOver }: Pick<FieldProps, "id" | "hint" | "errors"> & { isOver: boolean }) {
  const wiring = fieldWiring({ id, hint, errors });
  return {
    ...wiring,
    "aria-invalid": wiring["aria-invalid"] || isOver || undefined,
    "aria-describedby": [wiring["aria-describedby"], `${id}-limit`].filter(Boolean).join(" "),
  };
}
