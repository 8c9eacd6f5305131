import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Remark, RemarkHeader, TextButton } from "@/components/ui/remark";
import { StateIcon } from "@/components/ui/state-badge";
import { Terms } from "@/components/ui/terms";
import { describePlace } from "@/lib/domain/check/describe-finding";
import type { Finding } from "@/lib/domain/check/finding";
import type { Format } from "@/lib/domain/format";
import { useFindingText, useRuleWords } from "./finding-text";

const TONE = { error: "text-danger", warning: "text-warn", info: "text-accent" } as const;

type FindingCardProps = {
  finding: Finding;
  format: Format;
  /** Where it is, where the page has a shorter word for it than the section and the cell. */
  place?: string;
  isCurrent?: boolean;
  /** A reason was given that counts: nothing is left to be done. */
  isExplained?: boolean;
  /** Goes to the cell or the text; without it or an address the place is only named. */
  onGo?: (() => void) | undefined;
  href?: string | undefined;
  /** The unit's explanation or the form for it. */
  children?: ReactNode;
};

/** One finding: how grave, where, what to do, and the arithmetic. */
export function FindingCard({
  finding,
  format,
  place,
  isCurrent,
  isExplained,
  onGo,
  href,
  children,
}: FindingCardProps): ReactNode {
  const stateName = useTranslations("common.state");
  const sentenceOf = useFindingText();
  const inWords = useRuleWords();
  const where = place ?? inWords(describePlace(finding, format));
  return (
    <Remark isCurrent={isCurrent} id={`finding-${finding.id}`}>
      <RemarkHeader className={isExplained ? "text-ink-2" : TONE[finding.severity]}>
        <StateIcon state={isExplained ? "explained" : finding.severity} />
        <b>{stateName(isExplained ? "explained" : finding.severity)}</b>
        {onGo ? (
          <TextButton className="text-ink-3 hover:text-accent" onClick={onGo}>
            {where}
          </TextButton>
        ) : href ? (
          <a className="text-ink-3 hover:text-accent" href={href}>
            {where}
          </a>
        ) : (
          <span className="text-ink-3">{where}</span>
        )}
      </RemarkHeader>
      <p>{sentenceOf(finding)}</p>
      {finding.terms.length > 0 ? (
        <Terms terms={finding.terms.map(({ label, value }) => ({ label: inWords(label), value }))} />
      ) : null}
      {children}
    </Remark>
  );
}
