import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSectionNames } from "@/components/section/section-names";
import { PageHead } from "@/components/ui/page";
import { type Segment, SegmentedLinks } from "@/components/ui/segmented";
import { StateBadge } from "@/components/ui/state-badge";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { sortByNeed } from "@/lib/domain/explanation";
import { getSection } from "@/lib/domain/format-cells";
import type { ReviewWork } from "@/lib/domain/review-work";
import { formatMoment } from "@/lib/i18n/dates";

type ReviewHeadProps = {
  work: ReviewWork;
  now: Date;
  queueHref: string;
  overviewHref: string;
  hrefOfVersion: (number: number) => string;
  /** Null where there are no two versions to compare. */
  sideBySide: { href: string; isCurrent: boolean } | null;
};

/** Versions that stand as buttons; older ones are in the list of versions. */
const VERSIONS_SHOWN = 3;

/** Which section of whom this is, how it stands, and what one has to look at. */
export function ReviewHead(props: ReviewHeadProps): ReactNode {
  const { work, now, queueHref, overviewHref } = props;
  const t = useTranslations("review");
  const { submission, cycle } = work;
  const section = useSectionNames(cycle.format).title(submission.sectionId);
  return (
    <PageHead
      crumbs={[
        { label: t("title"), href: queueHref },
        { label: submission.unitName, href: overviewHref },
        { label: section },
      ]}
      title={t("heading", { unit: submission.unitName, section })}
      actions={<VersionChoice {...props} />}
      lead={
        <span className="flex flex-wrap items-center gap-2">
          <StateBadge state={submission.state} variant="boxed" />
          <span>
            <Standing {...props} now={now} />
          </span>
        </span>
      }
    />
  );
}

function VersionChoice({ work, hrefOfVersion, sideBySide }: ReviewHeadProps): ReactNode {
  const t = useTranslations("review.look");
  const common = useTranslations("common");
  if (work.versions.length < 2) return null;
  const segments = work.versions
    .slice(0, VERSIONS_SHOWN)
    .toReversed()
    .map(
      ({ number }): Segment => ({
        key: String(number),
        label: common("version", { version: number }),
        href: hrefOfVersion(number),
        isCurrent: work.shown?.number === number && !sideBySide?.isCurrent,
      }),
    );
  const compare = sideBySide ? [{ key: "side", label: t("sideBySide"), ...sideBySide }] : [];
  return <SegmentedLinks label={t("versions")} segments={[...segments, ...compare]} />;
}

/** How the submission stands, what changed, and what the checks say, in as few sentences as that takes. */
function Standing({ work, now, hrefOfVersion }: ReviewHeadProps): ReactNode {
  const t = useTranslations("review.head");
  const locale = useLocale();
  const { submission, shown } = work;
  if (!shown) return null;
  const { latestVersion, state, approvedAt, approvedByName } = submission;
  if (shown.number !== latestVersion) {
    return (
      <>
        {t(shown.number > latestVersion ? "droppedVersion" : "olderVersion", {
          version: shown.number,
          latest: latestVersion,
        })}{" "}
        <Link href={hrefOfVersion(latestVersion)} scroll={false}>
          {t("toLatest", { latest: latestVersion })}
        </Link>
      </>
    );
  }
  if (state === "returned") return t("returned", { version: shown.number });
  if (state === "draft") return t("editing", { version: shown.number });
  // Chinese sentences stand on each other without a space.
  const between = locale === "zh-CN" ? "" : " ";
  return (
    <>
      {state === "approved" && approvedAt
        ? t("approved", { who: approvedByName ?? "", when: formatMoment(approvedAt, now, locale) })
        : null}
      {state === "awaiting_signature" ? t("awaiting") : null}
      {between}
      <WhatChanged work={work} />
      {between}
      <WhatWasFound work={work} />
    </>
  );
}

function WhatChanged({ work }: { work: ReviewWork }): ReactNode {
  const t = useTranslations("review.head");
  const { shown, before, changes, cycle, submission } = work;
  if (!shown) return null;
  const isTables = getSection(cycle.format, submission.sectionId).kind === "tables";
  const cells = Object.keys(shown.content.figures).length;
  if (!before) {
    if (shown.isNil) return t("nil", { count: cells });
    return isTables
      ? t("firstTables", { count: cells })
      : t("firstTexts", { count: Object.keys(shown.content.paragraphs).length });
  }
  const versions = { version: shown.number, before: before.number };
  if (changes.length === 0) return t("unchanged", versions);
  const changed = changes.filter((change) => headingOfAnchor(change.key) === null).length;
  return isTables
    ? t("changedCells", { ...versions, count: changed, rest: cells - changed })
    : t("changedTexts", { ...versions, count: changes.length });
}

function WhatWasFound({ work }: { work: ReviewWork }): ReactNode {
  const t = useTranslations("review.head");
  const { errors, warnings, unexplained } = countFindings(work);
  return (
    <>
      {errors > 0 ? t("errors", { count: errors }) : null}
      {warnings > 0 ? t("warnings", { count: warnings, open: unexplained }) : null}
      {errors + warnings === 0 ? t("clean") : null}
    </>
  );
}

/** What the checks say of the version looked at, counted. */
export function countFindings(work: Pick<ReviewWork, "findings" | "explanations">): {
  errors: number;
  warnings: number;
  unexplained: number;
  /** Explanations of findings that stand and that nobody has accepted yet. */
  unaccepted: number;
} {
  const explainedIds = new Set(work.explanations.map((explanation) => explanation.findingId));
  const accepted = new Set(
    work.explanations.flatMap((explanation) => (explanation.acceptedAt ? [explanation.findingId] : [])),
  );
  const { errors, warnings, explained } = sortByNeed(work.findings, explainedIds);
  return {
    errors: errors.length,
    warnings: warnings.length + explained.length,
    unexplained: warnings.length,
    unaccepted: explained.filter((finding) => !accepted.has(finding.id)).length,
  };
}
