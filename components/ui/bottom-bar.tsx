import type { ComponentProps, ReactNode } from "react";

/** The bar at the foot of a page that has one decisive act: left what is saved, right why one can or cannot, the buttons. */
export function BottomBar({ children, ...rest }: Omit<ComponentProps<"section">, "className">): ReactNode {
  return (
    <section className="sticky bottom-0 z-25 mt-auto bg-surface shadow-bar print:hidden" {...rest}>
      <div className="mx-auto flex min-h-bar max-w-page items-center gap-3.5 px-gutter py-2.5 max-md:flex-wrap max-md:gap-2 max-md:px-4">
        {children}
      </div>
    </section>
  );
}
