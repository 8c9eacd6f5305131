"use client";

import type { ComponentProps, ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonVariants, buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";

type SubmitButtonProps = ButtonVariants &
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
  const { variant, size, className, busyLabel, isDisabled = false, children, onClick, ...rest } = props;
  const { pending, data } = useFormStatus();
  const isPressed = pending && (rest.name === undefined || data?.get(rest.name) === rest.value);

  return (
    <button
      type="submit"
      className={cn(buttonVariants({ variant, size }), "group/submit", className)}
      aria-busy={isPressed || undefined}
      aria-disabled={pending || isDisabled || undefined}
      onClick={(event) => {
        if (pending || isDisabled) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {/* Both labels lie on one another, so that the button is as wide when busy as before. */}
      <span className="inline-grid place-items-center *:[grid-area:1/1]">
        <span className="inline-flex items-center gap-1.5 group-aria-busy/submit:animate-leave motion-reduce:group-aria-busy/submit:invisible">
          {children}
        </span>
        <span className="invisible inline-flex items-center gap-1.5 group-aria-busy/submit:animate-arrive motion-reduce:group-aria-busy/submit:visible">
          <Spinner />
          {busyLabel}
        </span>
      </span>
    </button>
  );
}
