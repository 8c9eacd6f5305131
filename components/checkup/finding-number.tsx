import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { Severity } from "@/lib/domain/check/finding";

const GROUND = { error: "bg-danger", warning: "bg-warn", info: "bg-accent" } as const;

type FindingNumberProps = { number: number; severity: Severity; className?: string };

/** The number of a finding, which leads from the place it is about to its sentence and back. */
export function FindingNumber({ number, severity, className }: FindingNumberProps): ReactNode {
  return <span className={cn(numberClass(severity), className)}>{number}</span>;
}

export function FindingNumberLink(props: FindingNumberProps & Pick<ComponentProps<"a">, "href">): ReactNode {
  const { number, severity, className, href } = props;
  return (
    <a className={cn(numberClass(severity), className)} href={href}>
      {number}
    </a>
  );
}

function numberClass(severity: Severity): string {
  return cn(
    "inline-block h-4 min-w-4 rounded-lg px-1 text-center font-sans text-xs leading-4 font-bold text-white",
    GROUND[severity],
  );
}
