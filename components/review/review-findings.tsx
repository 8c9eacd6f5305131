import { CheckIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FindingCard } from "@/components/findings/finding-card";
import { useRuleWords } from "@/components/findings/finding-text";
import { buttonVariants } from "@/components/ui/button-variants";
import { Reason, Remark, RemarkHeader } from "@/components/ui/remark";
import { TickDiscIcon } from "@/components/ui/state-icons";
import { anchorOfFinding } from "@/lib/domain/anchor";
import { describePlace } from "@/lib/domain/check/describe-finding";
import type { Finding } from "@/lib/domain/check/finding";
import type { StoredExplanation } from "@/lib/domain/explanation";
import { isExplainable } from "@/lib/domain/explanation";
import type { Format } from "@/lib/domain/format";
import { formatMoment } from "@/lib/i18n/dates";
import { anchorId } from "./review-marks";

type ReviewFindingsProps = {
  findings: readonly Finding[];
  explanations: readonly StoredExplanation[];
  format: Format;
  /** Rules that have nothing to say. */
  quietRules: number;
  currentAnchor: string | null;
  now: Date;
  /** The form that accepts an explanation; null where the reader may not. */
  renderAccept: ((findingId: string) => ReactNode) | null;
  /** Where one asks back: the form for a comment on the place. */
  hrefOfNote: ((anchor: string) => string) | null;
};

/** What the checks say of the version looked at, each with its arithmetic and what the unit says to it. */
export function ReviewFindings(props: ReviewFindingsProps): ReactNode {
  const { findings, quietRules } = props;
  const t = useTranslations("review.findings");
  return (
    <ul>
      {findings.map((finding) => (
        <ReviewFinding key={finding.id} {...props} finding={finding} />
      ))}
      <Remark>
        <RemarkHeader className="text-ok">
          <TickDiscIcon />
          <b>{findings.length === 0 ? t("none") : t("quiet", { count: quietRules })}</b>
        </RemarkHeader>
      </Remark>
    </ul>
  );
}

function ReviewFinding(props: ReviewFindingsProps & { finding: Finding }): ReactNode {
  const { finding, format, explanations, currentAnchor, now, renderAccept, hrefOfNote } = props;
  const t = useTranslations("review.findings");
  const inWords = useRuleWords();
  const anchor = anchorOfFinding(finding);
  const explanation = explanations.find((explanation) => explanation.findingId === finding.id);
  return (
    <FindingCard
      finding={finding}
      format={format}
      isCurrent={anchor !== null && anchor === currentAnchor}
      href={anchor ? `#${anchorId(anchor)}` : undefined}
    >
      {explanation ? <Explanation explanation={explanation} now={now} /> : null}
      {isExplainable(finding) && !explanation ? <p className="text-sm text-ink-3">{t("unexplained")}</p> : null}
      <div className="flex items-center gap-2 not-empty:mt-2">
        {explanation && !explanation.acceptedAt && renderAccept ? renderAccept(finding.id) : null}
        {anchor && hrefOfNote ? (
          <a
            className={buttonVariants({ variant: "ghost", size: "sm" })}
            href={hrefOfNote(anchor)}
            data-anchor={anchor}
            data-name={inWords(describePlace(finding, format))}
          >
            {explanation ? t("askBack") : t("note")}
          </a>
        ) : null}
      </div>
    </FindingCard>
  );
}

function Explanation({ explanation, now }: { explanation: StoredExplanation; now: Date }): ReactNode {
  const t = useTranslations("review.findings");
  const locale = useLocale();
  const { authorName, createdAt, body, acceptedByName, acceptedAt } = explanation;
  return (
    <Reason className="mt-2 px-2.5 py-2 text-sm">
      <p className="text-xs text-ink-3">
        {t("explanation", { who: authorName, when: formatMoment(createdAt, now, locale) })}
      </p>
      <p>{body}</p>
      {acceptedAt ? (
        <p className="text-xs text-ok">
          <CheckIcon className="size-3.5" />{" "}
          {t("accepted", { who: acceptedByName ?? "", when: formatMoment(acceptedAt, now, locale) })}
        </p>
      ) : null}
    </Reason>
  );
}
