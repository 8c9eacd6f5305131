import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** One thing with a line around it. Cards are not put inside cards. */
export function Card({ className, ...rest }: ComponentProps<"section">): ReactNode {
  return <section className={cn("rounded-md border border-line bg-surface", className)} {...rest} />;
}

/** The card's title at the left, what belongs to it at the right. */
export function CardHeader({ className, ...rest }: ComponentProps<"div">): ReactNode {
  return (
    <div
      className={cn(
        "flex min-h-row-lg items-center justify-between gap-3 border-b border-line px-4 py-2.25",
        className,
      )}
      {...rest}
    />
  );
}

/** Names the card. */
export function CardTitle(props: ComponentProps<"h2">): ReactNode {
  return <h2 {...props} />;
}

/** The card's content with its padding; lists and tables bring their own and stand in the card directly. */
export function CardContent({ className, ...rest }: ComponentProps<"div">): ReactNode {
  return <div className={cn("px-4 py-3.5", className)} {...rest} />;
}

/** What is said below the content. */
export function CardFooter({ className, ...rest }: ComponentProps<"div">): ReactNode {
  return <div className={cn("border-t border-line px-4 py-3.5 text-sm", className)} {...rest} />;
}
