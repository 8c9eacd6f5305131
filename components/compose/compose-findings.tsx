"use client";

import { CheckIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Bindable, bindableOf, type ComposeMaterial, type UnitText } from "@/components/compose/compose-model";
import { type UnitsBehindCall, useUnitsBehind } from "@/components/compose/use-units-behind";
import { ExplanationForm } from "@/components/findings/explanation-form";
import { FindingCard } from "@/components/findings/finding-card";
import { staleOf } from "@/components/findings/given-explanation";
import { RepeatedPlaces } from "@/components/findings/repeated-places";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Quote } from "@/components/ui/remark";
import { Terms } from "@/components/ui/terms";
import type { Finding, TextPlace } from "@/lib/domain/check/finding";
import { type FindingsByNeed, isExplainable } from "@/lib/domain/explanation";
import type { UnitsBehind } from "@/lib/domain/trace-figure";
import { formatMoment } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";
import type { FormAction } from "@/lib/web/form-action";

type ComposeFindingsProps = {
  material: ComposeMaterial;
  need: FindingsByNeed;
  bindable: readonly Bindable[];
  current: string | null;
  now: number;
  isReadOnly: boolean;
  tablesHref: string;
  onGo: (finding: Finding) => void;
  onShow: (place: TextPlace) => void;
  onDrop: (place: TextPlace) => void;
  onBind: (number: Bindable) => void;
  explain: { action: FormAction; isSaved: boolean };
  loadUnitsBehind: UnitsBehindCall;
};

/** Every finding, each with the way to correct it. */
export function ComposeFindings(props: ComposeFindingsProps): ReactNode {
  const { material, need, current, tablesHref, onGo, loadUnitsBehind } = props;
  const t = useTranslations("compose.panel");
  const findings = [...need.errors, ...need.warnings, ...need.infos, ...need.explained];
  const unitsBehind = useUnitsBehind(loadUnitsBehind, material.cycleId, findings);
  if (findings.length === 0)
    return (
      <Empty icon={<CheckIcon />} title={t("noFindings")}>
        {t("noFindingsText")}
      </Empty>
    );
  return (
    <ul>
      {findings.map((finding) => (
        <FindingCard
          key={finding.id}
          finding={finding}
          format={material.subject.format}
          isCurrent={finding.id === current}
          isExplained={need.explained.includes(finding)}
          onGo={finding.text || finding.cells.length === 0 ? () => onGo(finding) : undefined}
          href={finding.cells[0] === undefined ? undefined : `${tablesHref}?cell=${finding.cells[0]}`}
        >
          <FindingHelp {...props} finding={finding} behind={unitsBehind[finding.cells[0] ?? ""]} />
        </FindingCard>
      ))}
    </ul>
  );
}

function FindingHelp(props: ComposeFindingsProps & { finding: Finding; behind: UnitsBehind | undefined }): ReactNode {
  const { material, finding, behind, bindable, now, isReadOnly, tablesHref, onBind } = props;
  const t = useTranslations("compose.panel");
  const [cellKey] = finding.cells;
  const number = bindableOf(finding, bindable);
  const source = sourceOf(finding, material);
  const units = (finding.text && behind?.units) || [];
  const uncounted = (behind?.count ?? 0) - units.length;
  const value = number ? (material.values[number.cellKey] ?? null) : null;
  return (
    <>
      {units.length > 0 ? (
        <Terms terms={units.map((unit) => ({ label: unit.unit, value: formatFigure(unit.value) }))}>
          {uncounted > 0 ? t("unitsBehind", { count: uncounted }) : null}
        </Terms>
      ) : null}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {number && value !== null && !isReadOnly ? (
          <Button
            variant={finding.severity === "error" ? "primary" : "secondary"}
            size="sm"
            onClick={() => onBind(number)}
          >
            {finding.actual === value ? t("bindSame") : t("bind", { value: formatFigure(value) })}
          </Button>
        ) : null}
        {cellKey ? (
          <Link className="text-sm" href={`${tablesHref}?cell=${cellKey}`} prefetch={false}>
            {t("toFigure")}
          </Link>
        ) : null}
      </div>
      <RepeatedPlaces finding={finding} onShow={props.onShow} onDrop={isReadOnly ? null : props.onDrop} />
      <Explanation {...props} />
      {source ? <FindingSource source={source} quote={finding.text?.quote ?? ""} now={now} /> : null}
    </>
  );
}

/** The office's reason for a finding that may stand, or the field for it. */
function Explanation({
  material,
  finding,
  isReadOnly,
  explain,
}: ComposeFindingsProps & { finding: Finding }): ReactNode {
  const t = useTranslations("section.explain");
  const reportExplanations = material.explanations.filter((explanation) => explanation.unit === null);
  if (isReadOnly || !isExplainable(finding)) return null;
  return (
    <ExplanationForm
      of={{ name: "cycleId", value: material.cycleId }}
      findingId={finding.id}
      explained={reportExplanations.find((explanation) => explanation.findingId === finding.id) ?? null}
      stale={staleOf(finding, reportExplanations)}
      hint={t("reportHint")}
      {...explain}
    />
  );
}

/** The unit whose paragraph the words came from, so that it is asked and not guessed. */
function FindingSource({ source, quote, now }: { source: UnitText; quote: string; now: number }): ReactNode {
  const t = useTranslations("compose.panel");
  const locale = useLocale();
  return (
    <div className="-mx-4 mt-2.5 -mb-3 border-t border-line bg-sunken px-4 py-2.5">
      <p className="text-xs text-ink-3">{t.rich("from", { unit: source.unit, b: (words) => <b>{words}</b> })}</p>
      <Quote>{quote}</Quote>
      <p className="text-xs text-ink-3">
        {source.version !== null && source.approvedAt !== null
          ? t("approvedVersion", {
              version: source.version,
              time: formatMoment(new Date(source.approvedAt), new Date(now), locale),
            })
          : null}{" "}
        {source.href ? (
          <Link href={source.href} prefetch={false}>
            {t("original")}
          </Link>
        ) : null}
      </p>
    </div>
  );
}

function sourceOf(finding: Finding, material: ComposeMaterial): UnitText | null {
  const { text } = finding;
  if (!text || text.quote === "") return null;
  const heading = material.headings.find((heading) => heading.key === text.headingKey);
  return heading?.units.find((unit) => unit.text.includes(text.quote)) ?? null;
}
