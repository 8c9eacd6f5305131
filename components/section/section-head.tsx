import { ChevronLeftIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { WorkHead } from "@/components/ui/page";

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
    <WorkHead>
      <ButtonLink href={backHref} aria-label={t("back")} className="max-md:hidden" size="icon">
        <ChevronLeftIcon />
      </ButtonLink>
      <h1 className="whitespace-nowrap max-md:w-full max-md:whitespace-normal">{title}</h1>
      {tag}
      <span className="text-ink-2">{deadline}</span>
      <span className="min-w-0 flex-1" />
      {tools ? <div className="flex flex-none items-center gap-2">{tools}</div> : null}
    </WorkHead>
  );
}
