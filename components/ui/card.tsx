import type { ReactNode } from "react";

type CardProps = {
  /** Names the card; leave it out where the content brings its own head. */
  title?: ReactNode;
  /** What stands at the right of the title. */
  aside?: ReactNode;
  /** Wraps the content in the card's padding; lists and tables bring their own. */
  isPadded?: boolean;
  className?: string;
  children: ReactNode;
};

/** One thing with a line around it. Cards are not put inside cards. */
export function Card({ title, aside, isPadded = false, className, children }: CardProps): ReactNode {
  return (
    <section className={className ? `card ${className}` : "card"}>
      {title ? (
        <div className="card-h">
          <h2>{title}</h2>
          {aside}
        </div>
      ) : null}
      {isPadded ? <div className="card-b">{children}</div> : children}
    </section>
  );
}
