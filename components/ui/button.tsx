import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonVariants, buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";

type ButtonProps = ButtonVariants & Omit<ComponentProps<"button">, "type">;

/** A button that acts in the page. One that sends a form is `SubmitButton`. */
export function Button({ variant, size, className, ...rest }: ButtonProps): ReactNode {
  return <button type="button" className={cn(buttonVariants({ variant, size }), className)} {...rest} />;
}

type ButtonLinkProps = ButtonVariants & ComponentProps<typeof Link>;

/** A link that looks like a button, for going somewhere. Public pages use `<a className={buttonVariants(…)}>` instead. */
export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps): ReactNode {
  return <Link className={cn(buttonVariants({ variant, size }), className)} {...rest} />;
}
