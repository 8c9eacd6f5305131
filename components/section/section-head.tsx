import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChevronLeftIcon } from "@/components/icons";
import { ButtonLink } from "@/components/ui/button";

type SectionHeadProps = {
  backHref: string;
  title: string;
  /** The state with its border. */
  tag: ReactNode;
  /** What is due and when. */
  deadline: ReactNode;
  tools?: ReactNode;
};

/** The head of one section's page: back, what it is, where it stands, until when, tools. */
export function SectionHead({ backHref, title, tag, deadline, tools }: SectionHeadProps): ReactNode {
  const t = useTranslations("section");
  return (
    <div className="pgh sec-head">
      <ButtonLink isIcon href={backHref} aria-label={t("back")} className="only-l">
        <ChevronLeftIcon />
      </ButtonLink>
      <h1>{title}</h1>
      {tag}
      <span className="sec">{deadline}</span>
      <span className="grow" />
      {tools ? <div className="row sec-tools">{tools}</div> : null}
    </div>
  );
}
