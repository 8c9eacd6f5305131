import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateIcon } from "@/components/ui/state-tag";
import { describePlace, nameAsForm } from "@/lib/domain/check/describe-finding";
import type { Finding } from "@/lib/domain/check/finding";
import type { Format } from "@/lib/domain/format";
import { useFindingText } from "./finding-text";

const TONE = { error: "t-danger", warning: "t-warn", info: "t-accent" } as const;

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
  const where = place ?? describePlace(finding, format);
  const sentenceOf = useFindingText();
  return (
    <li className={isCurrent ? "fd on" : "fd"} id={`finding-${finding.id}`}>
      <div className={isExplained ? "fd-h sec" : `fd-h ${TONE[finding.severity]}`}>
        <StateIcon state={isExplained ? "explained" : finding.severity} />
        <b>{stateName(isExplained ? "explained" : finding.severity)}</b>
        {onGo ? (
          <button type="button" className="fd-go" onClick={onGo}>
            {where}
          </button>
        ) : href ? (
          <a className="fd-go" href={href}>
            {where}
          </a>
        ) : (
          <span className="muted">{where}</span>
        )}
      </div>
      <p>{sentenceOf(nameAsForm(finding, format))}</p>
      {finding.terms.length > 0 ? (
        <div className="eq">
          {finding.terms.map(({ label, value }) => (
            <div key={`${label} ${value}`} className="contents">
              <span>{label}</span>
              <span className="num">{value}</span>
            </div>
          ))}
        </div>
      ) : null}
      {children}
    </li>
  );
}
