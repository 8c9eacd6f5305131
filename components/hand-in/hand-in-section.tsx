import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFindingText } from "@/components/findings/finding-text";
import { useSectionNames } from "@/components/section/section-names";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { StateBadge } from "@/components/ui/state-badge";
import { TextareaField } from "@/components/ui/text-field";
import type { DeskTask } from "@/lib/domain/desk-work";
import type { Format } from "@/lib/domain/format";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { STEP_FIELDS } from "@/lib/domain/inputs/step-fields";
import { formatMoment } from "@/lib/i18n/dates";

type HandInSectionProps = {
  task: DeskTask;
  format: Format;
  href: string;
  now: Date;
  isUnitNamed: boolean;
  /** The form that takes the section along when it is ticked. */
  form: string;
  /** True where a head signs it, false where its unit submits it. */
  isSigned?: boolean;
  /** Takes back that it is nil. */
  children?: ReactNode;
};

/** One section that can go out: its tick, what is in it, and what was said to its findings. */
export function HandInSection(props: HandInSectionProps): ReactNode {
  const { task, format, href, form, isSigned = false, isUnitNamed, now } = props;
  const t = useTranslations("handin");
  const locale = useLocale();
  const title = useSectionNames(format).title(task.sectionId);
  const name = isUnitNamed ? `${task.unitName}　${title}` : title;
  return (
    <Card>
      <CardHeader className="max-md:flex-wrap">
        <Checkbox form={form} name="section[]" value={task.id} defaultChecked className="min-w-0 flex-1 font-bold">
          {name}
        </Checkbox>
        <StateBadge state={task.state} />
        <ButtonLink size="sm" href={href} aria-label={t("ready.openLabel", { title: name })}>
          {t("ready.open")}
        </ButtonLink>
      </CardHeader>
      <div className="grid gap-2 px-4 py-3 text-sm">
        <input type="hidden" form={form} name={`${STEP_FIELDS.revision}${task.id}`} value={task.revision} />
        <input type="hidden" form={form} name={`${STEP_FIELDS.blanks}${task.id}`} value={task.blanksAsZero} />
        {isSigned ? (
          <p className="text-ink-2">
            {t("toSign.by", {
              who: task.submittedByName ?? "",
              when: task.submittedAt ? formatMoment(task.submittedAt, now, locale) : "",
              version: task.latestVersion,
            })}
          </p>
        ) : null}
        <Content task={task} />
        {props.children}
        {!isSigned && task.latestVersion > 0 ? (
          <TextareaField
            id={`reason-${task.id}`}
            form={form}
            name={`${STEP_FIELDS.reason}${task.id}`}
            label={t("reason.label")}
            hint={t("reason.hint")}
            limit={LIMIT.reason}
            rows={2}
          />
        ) : null}
      </div>
    </Card>
  );
}

/** What is in the section, in short: nil or how many figures, blanks, and every explanation. */
function Content({ task }: { task: DeskTask }): ReactNode {
  const t = useTranslations("handin.content");
  const sentenceOf = useFindingText();
  const { findings, explanations } = task;
  const lines = [
    task.isNil
      ? t("nil")
      : task.section.kind === "narrative"
        ? t("paragraphs", { count: task.headings.length })
        : task.nonZero === 0
          ? t("allZero")
          : t("nonZero", { count: task.nonZero }),
    ...(task.blanksAsZero > 0 ? [t("blanks", { count: task.blanksAsZero })] : []),
    findings.explained.length > 0 ? t("explained", { count: findings.explained.length }) : t("noFindings"),
    ...(findings.infos.length > 0 ? [t("infos", { count: findings.infos.length })] : []),
  ];
  return (
    <>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {findings.explained.length > 0 ? (
        <ul className="grid gap-1 text-ink-2">
          {findings.explained.map((finding) => (
            <li key={finding.id} className="wrap-anywhere">
              {t("explanation", {
                finding: sentenceOf(finding),
                body: explanations.find(({ findingId }) => findingId === finding.id)?.body ?? "",
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
