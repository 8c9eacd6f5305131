import { CheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FindingView } from "@/components/checkup/checkup-view";
import { Empty } from "@/components/ui/empty";
import type { Severity } from "@/lib/domain/check/finding";

const TONE = { error: "t-danger", warning: "t-warn", info: "t-accent" } as const;
const NUMBER = { error: "no n-err", warning: "no n-warn", info: "no n-info" } as const;

type CheckUpFindingsProps = { findings: readonly FindingView[]; counts: Readonly<Record<Severity, number>> };

/** What the checks say, errors first. The choice above works by the style sheet alone, so that it needs no script. */
export function CheckUpFindings({ findings, counts }: CheckUpFindingsProps): ReactNode {
  const t = useTranslations("intake.checkup");
  const words = useTranslations("checks.severity");
  return (
    <aside>
      <section className="card ck-list" aria-label={t("findings")}>
        <div className="card-h">
          <h2>{t("findings")}</h2>
          {findings.length > 0 ? (
            <div className="seg ck-seg" role="radiogroup" aria-label={t("shown")}>
              <Choice value="all" label={`${t("all")} ${findings.length}`} isChosen />
              <Choice value="error" label={`${words("error")} ${counts.error}`} />
              <Choice value="warning" label={`${words("warning")} ${counts.warning}`} />
            </div>
          ) : null}
        </div>
        {findings.length === 0 ? (
          <Empty icon={<CheckIcon />} title={t("nothing")}>
            {t("nothing_text")}
          </Empty>
        ) : (
          <ol className="fl">
            {findings.map((finding) => (
              <li key={finding.id} id={`finding-${finding.number}`} className={`fd f-${finding.severity}`}>
                <div className={`fd-h ${TONE[finding.severity]}`}>
                  <span className={NUMBER[finding.severity]}>{finding.number}</span>
                  <b>{words(finding.severity)}</b>
                  {finding.anchor ? (
                    <a className="fd-go" href={`#${finding.anchor}`}>
                      {finding.place}
                    </a>
                  ) : (
                    <span className="text-ink-3">{finding.place}</span>
                  )}
                </div>
                <p>{finding.sentence}</p>
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
              </li>
            ))}
          </ol>
        )}
      </section>
    </aside>
  );
}

function Choice({ value, label, isChosen = false }: { value: string; label: string; isChosen?: boolean }): ReactNode {
  return (
    <label>
      <input type="radio" className="sr-only" name="shown" value={value} defaultChecked={isChosen} />
      {label}
    </label>
  );
}
