import type { ReactNode } from "react";
import { Brand } from "@/components/shell/brand";
import { PublicTop } from "@/components/shell/public-top";

/** A page that has one thing to say: there is nothing at this address, or something went wrong. */
export function NoticeFrame({ brand, children }: { brand: string; children: ReactNode }): ReactNode {
  return (
    <>
      <PublicTop>
        <a href="/">
          <Brand name={brand} />
        </a>
      </PublicTop>
      <main className="mx-auto w-full max-w-notice p-gutter pt-12 max-md:px-4" id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
