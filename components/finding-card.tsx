import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Finding } from "@/lib/domain/check/finding";
import { useFindingText } from "./finding-text";
import { StateIcon } from "./ui/state-tag";

const TONE = { error: "t-danger", warning: "t-warn", info: "t-accent" } as const;

type FindingCardProps = {
  finding: Finding;
  /** Where it is, in a word. */
  place: string;
  isCurrent?: boolean;
  /** Goes to the cell or the text; without it or an address the place is only named. */
  onGo?: (() => void) | undefined;
  href?: string | undefined;
  /** The unit's explanation or the form for it. */
  children?: ReactNode;
};

/** One finding: how grave, where, what to do, and the arithmetic. */
export function FindingCard({ finding, place, isCurrent, onGo, href, children }: FindingCardProps): ReactNode {
  const t = useTranslations("checks");
  const sentenceOf = useFindingText();
  return (
    <li className={isCurrent ? "fd on" : "fd"}>
      <div className={`fd-h ${TONE[finding.severity]}`}>
        <StateIcon state={finding.severity} />
        <b>{t(`severity.${finding.severity}`)}</b>
        {onGo ? (
          <button type="button" className="fd-go" onClick={onGo}>
            {place}
          </button>
        ) : href ? (
          <a className="fd-go" href={href}>
            {place}
          </a>
        ) : (
          <span className="muted">{place}</span>
        )}
      </div>
      <p>{sentenceOf(finding)}</p>
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
