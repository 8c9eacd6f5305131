import { SearchIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { Input } from "@/components/ui/input";

type ListSearchProps = {
  id: string;
  /** What is looked through, as the field's name. */
  label: string;
  hint: string;
  /** The list's address without the search. */
  path: string;
  /** What else the address of the list says and keeps; the page begins anew. */
  kept?: Readonly<Record<string, string | undefined>>;
  value: string;
  /** Where all is shown again. */
  clearHref: string;
};

/** Looks for a text in a list. A plain form whose answer has its own address. */
export function ListSearch({ id, label, hint, path, kept = {}, value, clearHref }: ListSearchProps): ReactNode {
  const t = useTranslations("common");
  return (
    <search className="min-w-0 flex-1">
      <form action={path} className="flex flex-wrap items-center gap-2">
        {Object.entries(kept).map(([name, held]) =>
          held === undefined ? null : <input key={name} type="hidden" name={name} value={held} />,
        )}
        <label className="flex min-w-0 flex-1 items-center gap-2" htmlFor={id}>
          <SearchIcon />
          <span className="sr-only">{label}</span>
          <Input id={id} type="search" name="q" defaultValue={value} placeholder={hint} />
        </label>
        <button type="submit" className={buttonVariants()}>
          {t("search")}
        </button>
        {value === "" ? null : (
          <Link className={buttonVariants({ variant: "ghost" })} href={clearHref}>
            {t("showAll")}
          </Link>
        )}
      </form>
    </search>
  );
}
