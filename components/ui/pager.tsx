import { ChevronLeftIcon, ChevronRightIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";
import { PAGE_SIZE, type Paged, pagesToName } from "@/lib/domain/paging";

type PagerProps = {
  /** What is paged, for screen readers. */
  label: string;
  paged: Pick<Paged<unknown>, "total" | "page" | "pageCount">;
  hrefOf: (page: number) => string;
  className?: string;
};

/** The pages of a list, each with its own address; nothing where everything stands on one. */
export function Pager({ label, paged, hrefOf, className }: PagerProps): ReactNode {
  const t = useTranslations("common.pager");
  const { total, page, pageCount } = paged;
  if (pageCount <= 1) return null;
  const first = (page - 1) * PAGE_SIZE + 1;
  return (
    <nav
      className={cn("flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3", className)}
      aria-label={label}
    >
      <span className="text-sm text-ink-2">
        {t("shown", { from: first, to: Math.min(total, first + PAGE_SIZE - 1), total })}
      </span>
      <ul className="flex flex-wrap items-center gap-1">
        <li>
          <Step label={t("previous")} href={page > 1 ? hrefOf(page - 1) : null}>
            <ChevronLeftIcon />
          </Step>
        </li>
        {pagesToName(page, pageCount).map((number, index) => (
          <li key={number ?? `gap ${index}`} className={number === page ? undefined : "max-md:hidden"}>
            {number === null ? (
              <span className="px-1 text-ink-3">…</span>
            ) : (
              <Link
                className={buttonVariants({
                  size: "sm",
                  variant: "ghost",
                  className:
                    "min-w-field-sm aria-[current]:bg-accent-soft aria-[current]:font-bold aria-[current]:text-accent-strong",
                })}
                href={hrefOf(number)}
                prefetch={false}
                aria-label={t("page", { page: number })}
                aria-current={number === page ? "page" : undefined}
              >
                {number}
              </Link>
            )}
          </li>
        ))}
        <li>
          <Step label={t("next")} href={page < pageCount ? hrefOf(page + 1) : null}>
            <ChevronRightIcon />
          </Step>
        </li>
      </ul>
    </nav>
  );
}

/** At either end there is nothing to go to: the sign stays for the eye, so that the others keep their places. */
function Step({ label, href, children }: { label: string; href: string | null; children: ReactNode }): ReactNode {
  if (href === null) {
    return (
      <span className={cn(buttonVariants({ size: "icon-sm" }), "border-line bg-sunken text-ink-3")} aria-hidden="true">
        {children}
      </span>
    );
  }
  return (
    <Link className={buttonVariants({ size: "icon-sm" })} href={href} prefetch={false} aria-label={label}>
      {children}
    </Link>
  );
}
