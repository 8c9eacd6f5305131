import { CheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FindingView } from "@/components/checkup/checkup-view";
import { FindingNumber } from "@/components/checkup/finding-number";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Empty } from "@/components/ui/empty";
import { Remark, RemarkHeader } from "@/components/ui/remark";
import { Terms } from "@/components/ui/terms";
import type { Severity } from "@/lib/domain/check/finding";

const TONE = { error: "text-danger", warning: "text-warn", info: "text-accent" } as const;

type CheckUpFindingsProps = { findings: readonly FindingView[]; counts: Readonly<Record<Severity, number>> };

/** What the checks say, errors first. The choice above works by the style sheet alone, so that it needs no script. */
export function CheckUpFindings({ findings, counts }: CheckUpFindingsProps): ReactNode {
  const t = useTranslations("intake.checkup");
  const words = useTranslations("checks.severity");
  return (
    <aside className="max-xl:-order-1">
      <Card className="group/findings" aria-label={t("findings")}>
        <CardHeader>
          <CardTitle>{t("findings")}</CardTitle>
          {findings.length > 0 ? (
            <div className="flex rounded-sm border border-line-2 bg-surface" role="radiogroup" aria-label={t("shown")}>
              <Choice value="all" label={`${t("all")} ${findings.length}`} isChosen />
              <Choice value="error" label={`${words("error")} ${counts.error}`} />
              <Choice value="warning" label={`${words("warning")} ${counts.warning}`} />
            </div>
          ) : null}
        </CardHeader>
        {findings.length === 0 ? (
          <Empty icon={<CheckIcon />} title={t("nothing")}>
            {t("nothing_text")}
          </Empty>
        ) : (
          <ol className="max-h-[max(--spacing(110),calc(100vh---spacing(72.5)))] overflow-auto max-xl:max-h-none">
            {findings.map((finding) => (
              <Remark
                key={finding.id}
                id={`finding-${finding.number}`}
                className={cn(
                  "target:bg-accent-wash target:inset-shadow-edge",
                  finding.severity !== "error" && "group-has-[[value=error]:checked]/findings:hidden",
                  finding.severity !== "warning" && "group-has-[[value=warning]:checked]/findings:hidden",
                )}
              >
                <RemarkHeader className={TONE[finding.severity]}>
                  <FindingNumber number={finding.number} severity={finding.severity} />
                  <b>{words(finding.severity)}</b>
                  {finding.anchor ? (
                    <a className="text-ink-3 hover:text-accent" href={`#${finding.anchor}`}>
                      {finding.place}
                    </a>
                  ) : (
                    <span className="text-ink-3">{finding.place}</span>
                  )}
                </RemarkHeader>
                <p>{finding.sentence}</p>
                {finding.terms.length > 0 ? <Terms terms={finding.terms} /> : null}
              </Remark>
            ))}
          </ol>
        )}
      </Card>
    </aside>
  );
}

function Choice({ value, label, isChosen = false }: { value: string; label: string; isChosen?: boolean }): ReactNode {
  return (
    <label className="relative flex h-field-sm cursor-pointer items-center border-l border-line px-2.75 text-sm whitespace-nowrap text-ink-2 first:border-l-0 hover:bg-hover has-checked:bg-accent-soft has-checked:font-bold has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus max-md:h-field-lg">
      <input type="radio" className="sr-only" name="shown" value={value} defaultChecked={isChosen} />
      {label}
    </label>
  );
}
