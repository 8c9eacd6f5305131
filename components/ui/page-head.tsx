import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "@/components/ui/breadcrumb";

type PageHeadProps = {
  crumbs?: readonly Crumb[];
  /** One sentence where the page has something to say: what is open, until when. */
  title: ReactNode;
  children?: ReactNode;
  /** One primary button at most. */
  actions?: ReactNode;
};

/** Where am I, what is open, what do I do next: the three answers at the top of a page. */
export function PageHead({ crumbs, title, children, actions }: PageHeadProps): ReactNode {
  return (
    <div className="head">
      <div>
        {crumbs ? <Breadcrumb crumbs={crumbs} /> : null}
        <h1>{title}</h1>
        {children}
      </div>
      {actions ? <div className="row row-w">{actions}</div> : null}
    </div>
  );
}
