import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ExplanationForm } from "@/components/findings/explanation-form";
import { FindingCard } from "@/components/findings/finding-card";
import { staleOf } from "@/components/findings/given-explanation";
import { idOfAnchor } from "@/components/section/section-anchor";
import { useSectionNames } from "@/components/section/section-names";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { StateBadge } from "@/components/ui/state-badge";
import { paragraphAnchor } from "@/lib/domain/anchor";
import type { Finding } from "@/lib/domain/check/finding";
import type { DeskTask } from "@/lib/domain/desk-work";
import { isExplainable } from "@/lib/domain/explanation";
import type { Format } from "@/lib/domain/format";
import type { FormAction } from "@/lib/web/form-action";

/** More than these are counted; the section's own page lists them all. */
const MOST_LISTED = 3;

type UnfinishedSectionProps = {
  task: DeskTask;
  format: Format;
  href: string;
  isUnitNamed: boolean;
  explainAction: FormAction;
};

/** One section that cannot go out yet: what is wrong in it, and the reasons that are still to be given. */
export function UnfinishedSection({
  task,
  format,
  href,
  isUnitNamed,
  explainAction,
}: UnfinishedSectionProps): ReactNode {
  const t = useTranslations("handin.unfinished");
  const hint = useTranslations("section.explain")("hint");
  const title = useSectionNames(format).title(task.sectionId);
  const name = isUnitNamed ? `${task.unitName}　${title}` : title;
  const { errors, warnings } = task.findings;
  const listed = [...errors.slice(0, MOST_LISTED), ...warnings];
  const unlisted = errors.length + warnings.length - listed.length;
  return (
    <Card>
      <CardHeader className="max-md:flex-wrap">
        <h3 className="min-w-0 flex-1">{name}</h3>
        <StateBadge state={task.state} />
        <ButtonLink size="sm" href={href} aria-label={t("goLabel", { title: name })}>
          {t("go")}
        </ButtonLink>
      </CardHeader>
      <ul>
        {listed.map((finding) => (
          <FindingCard key={finding.id} finding={finding} format={format} href={hrefOfFinding(href, finding)}>
            {isExplainable(finding) ? (
              <div className="noscript:hidden">
                <ExplanationForm
                  of={{ name: "submissionId", value: task.id }}
                  findingId={finding.id}
                  explained={null}
                  stale={staleOf(finding, task.explanations)}
                  hint={hint}
                  action={explainAction}
                  isSaved
                />
              </div>
            ) : null}
          </FindingCard>
        ))}
      </ul>
      {unlisted > 0 ? <p className="px-4 py-3 text-sm text-ink-2">{t("more", { count: unlisted })}</p> : null}
    </Card>
  );
}

function hrefOfFinding(href: string, finding: Finding): string {
  const anchor = finding.text ? paragraphAnchor(finding.text.headingKey) : finding.cells[0];
  return anchor === undefined ? href : `${href}#${idOfAnchor(anchor)}`;
}
