"use client";

import type { ComponentProps, ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";

type SubmitButtonProps = ButtonLook &
  Omit<ComponentProps<"button">, "type" | "disabled"> & {
    /** What the button says while the form is on its way: 提交中. */
    busyLabel: string;
    /** True where the act is not possible now; say why beside the button and name that text in `aria-describedby`. */
    isDisabled?: boolean;
  };

/**
 * Sends the form that it stands in. While the form is on its way the button keeps its width, shows its verb and ignores
 * a second press; it stays focusable, so that the focus is not lost to the page.
 *
 * In a form with several submit buttons only the pressed one turns busy; the others ignore presses.
 */
export function SubmitButton(props: SubmitButtonProps): ReactNode {
  const { kind, size, isIcon, isWide, className, busyLabel, isDisabled = false, children, onClick, ...rest } = props;
  const { pending, data } = useFormStatus();
  const isPressed = pending && (rest.name === undefined || data?.get(rest.name) === rest.value);

  return (
    <button
      type="submit"
      className={buttonClass({ kind, size, isIcon, isWide, className })}
      aria-busy={isPressed || undefined}
      aria-disabled={pending || isDisabled || undefined}
      onClick={(event) => {
        if (pending || isDisabled) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      <span className="btn-faces">
        <span className="btn-idle">{children}</span>
        <span className="btn-busy">
          <span className="spin" />
          {busyLabel}
        </span>
      </span>
    </button>
  );
}
