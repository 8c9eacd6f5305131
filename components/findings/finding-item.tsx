import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { StateIcon } from "@/components/ui/state-badge";
import { describePlace } from "@/lib/domain/check/describe-finding";
import type { Finding } from "@/lib/domain/check/finding";
import type { Format } from "@/lib/domain/format";
import { useFindingText, useRuleWords } from "./finding-text";

type FindingItemProps = { finding: Finding; format: Format; href: string };

/** One finding as a line of a list: where it is, as the way there, and the sentence. */
export function FindingItem({ finding, format, href }: FindingItemProps): ReactNode {
  const t = useTranslations("checks.severity");
  const say = useFindingText();
  const inWords = useRuleWords();
  return (
    <li
      className={cn(
        "flex items-start gap-2.5 px-4 py-1.25 text-sm",
        finding.severity === "error" ? "text-danger" : "text-warn",
      )}
    >
      <StateIcon state={finding.severity} className="mt-0.5" />
      <span className="min-w-0 flex-1">
        <span className="sr-only">{t(finding.severity)} </span>
        <Link className="text-inherit underline decoration-dotted" href={href} scroll={false} prefetch={false}>
          {inWords(describePlace(finding, format))}
        </Link>
        <span className="block text-ink-2">{say(finding)}</span>
      </span>
    </li>
  );
}
