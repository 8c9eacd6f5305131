import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";

type ButtonProps = ButtonLook & Omit<ComponentProps<"button">, "type">;

/** A button that acts in the page. One that sends a form is `SubmitButton`. */
export function Button({ kind, size, isIcon, isWide, className, ...rest }: ButtonProps): ReactNode {
  return <button type="button" className={buttonClass({ kind, size, isIcon, isWide, className })} {...rest} />;
}

type ButtonLinkProps = ButtonLook & ComponentProps<typeof Link>;

/** A link that looks like a button, for going somewhere. Public pages use `<a className={buttonClass(…)}>` instead. */
export function ButtonLink({ kind, size, isIcon, isWide, className, ...rest }: ButtonLinkProps): ReactNode {
  return <Link className={buttonClass({ kind, size, isIcon, isWide, className })} {...rest} />;
}
