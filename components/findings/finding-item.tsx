import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateIcon } from "@/components/ui/state-tag";
import { describePlace, nameAsForm } from "@/lib/domain/check/describe-finding";
import type { Finding } from "@/lib/domain/check/finding";
import type { Format } from "@/lib/domain/format";
import { useFindingText } from "./finding-text";

type FindingItemProps = { finding: Finding; format: Format; href: string };

/** One finding as a line of a list: where it is, as the way there, and the sentence. */
export function FindingItem({ finding, format, href }: FindingItemProps): ReactNode {
  const t = useTranslations("checks.severity");
  const say = useFindingText();
  return (
    <li className={finding.severity === "error" ? "cl-fd t-danger" : "cl-fd t-warn"}>
      <StateIcon state={finding.severity} />
      <span className="grow">
        <span className="sr">{t(finding.severity)} </span>
        <Link href={href} scroll={false} prefetch={false}>
          {describePlace(finding, format)}
        </Link>
        <span className="cl-say">{say(nameAsForm(finding, format))}</span>
      </span>
    </li>
  );
}
