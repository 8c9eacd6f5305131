import type { ComponentProps, ReactNode } from "react";
import { Breadcrumb, type Crumb } from "@/components/ui/breadcrumb";
import { cn } from "@/components/ui/cn";

/** The width and the margins of a page. */
export function Page({ className, ...rest }: ComponentProps<"div">): ReactNode {
  return <div className={cn("mx-auto w-full max-w-page p-gutter max-md:p-4", className)} {...rest} />;
}

type PageHeadProps = {
  crumbs?: readonly Crumb[];
  /** One sentence where the page has something to say: what is open, until when. */
  title: ReactNode;
  /** What there is to know below the title. */
  lead?: ReactNode;
  /** One primary button at most. */
  actions?: ReactNode;
  className?: string;
};

/** Where am I, what is open, what do I do next: the three answers at the top of a page. */
export function PageHead({ crumbs, title, lead, actions, className }: PageHeadProps): ReactNode {
  return (
    <div
      className={cn(
        "mb-4 flex items-end justify-between gap-6 max-md:flex-col max-md:items-stretch max-md:gap-3",
        className,
      )}
    >
      <div>
        {crumbs ? <Breadcrumb crumbs={crumbs} /> : null}
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="mt-1.5 text-ink-2">{lead}</p>}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}

/** The thing at the left, what is said about it at the right; one below the other where the screen is narrow. */
export function PageColumns({ className, ...rest }: ComponentProps<"div">): ReactNode {
  return (
    <div
      className={cn("grid grid-cols-1 items-start gap-gutter xl:grid-cols-[minmax(0,1fr)_--spacing(76)]", className)}
      {...rest}
    />
  );
}

/** The right column of `PageColumns`; it stays in sight while the thing is read. */
export function PageAside({ className, ...rest }: ComponentProps<"aside">): ReactNode {
  return <aside className={cn("min-w-0 xl:sticky xl:top-18", className)} {...rest} />;
}

/** What a desk opens with: one sentence, what is open and until when, and its one next button. */
export function PageHero({ className, ...rest }: ComponentProps<"div">): ReactNode {
  return (
    <div
      className={cn(
        "flex items-end gap-8 pt-3 pb-5 max-md:flex-col max-md:items-stretch max-md:gap-4 max-md:pt-0 max-md:pb-4",
        className,
      )}
      {...rest}
    />
  );
}

/** The sentence of `PageHero`. */
export function HeroTitle({ className, children, ...rest }: ComponentProps<"h1">): ReactNode {
  return (
    <h1 className={cn("text-2xl font-normal max-md:text-xl max-md:leading-8.5", className)} {...rest}>
      {children}
    </h1>
  );
}

/** The head of a page of work in one line: back, title, state, deadline, tools. */
export function WorkHead({ className, ...rest }: ComponentProps<"div">): ReactNode {
  return (
    <div
      className={cn(
        "mb-3 flex min-h-field items-center gap-3 max-xl:flex-wrap max-md:gap-x-3 max-md:gap-y-2",
        className,
      )}
      {...rest}
    />
  );
}
