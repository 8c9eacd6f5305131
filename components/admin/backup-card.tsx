import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Description, DescriptionList } from "@/components/ui/description-list";
import { BACKUP_FAULTS, type BackupStanding } from "@/lib/domain/backup";
import { formatMoment } from "@/lib/i18n/dates";

type BackupCardProps = { standing: BackupStanding; now: Date };

/** When the last backup was made, where it is, how large, and when one was last restored on trial. */
export function BackupCard({ standing, now }: BackupCardProps): ReactNode {
  const t = useTranslations("backup.card");
  const locale = useLocale();
  const { newest, tried, count } = standing;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent className="space-y-3">
        <BackupConcern standing={standing} now={now} />
        {newest ? (
          <DescriptionList className="text-sm">
            <Description term={t("last")}>{formatMoment(newest.at, now, locale)}</Description>
            <Description term={t("where")}>{t("place", { host: newest.host, path: newest.path })}</Description>
            <Description term={t("size")}>{sizeOf(newest.bytes, t)}</Description>
            <Description term={t("encryption")}>{t(newest.isEncrypted ? "closed" : "open")}</Description>
            <Description term={t("tried")}>
              {tried?.triedAt && !tried.trialProblem
                ? t("triedWell", { when: formatMoment(tried.triedAt, now, locale) })
                : t("never")}
            </Description>
            <Description term={t("kept")}>{t("count", { count })}</Description>
          </DescriptionList>
        ) : null}
        <p className="text-sm text-ink-3">{t("elsewhere")}</p>
      </CardContent>
    </Card>
  );
}

const VARIANTS = { failed: "error", none: "warning", late: "warning", trial_failed: "error", untried: "info" } as const;

function BackupConcern({ standing, now }: BackupCardProps): ReactNode {
  const t = useTranslations("backup.card");
  const locale = useLocale();
  const { concern, failure, tried } = standing;
  if (!concern) {
    return (
      <Alert variant="success">
        <b>{t("well")}</b> {t("wellText")}
      </Alert>
    );
  }
  const moment = concern === "failed" ? failure?.at : tried?.triedAt;
  const problem = concern === "failed" ? failure?.problem : tried?.trialProblem;
  const values = { when: moment ? formatMoment(moment, now, locale) : "", problem: sentenceOf(problem ?? "", t) };
  return (
    <Alert variant={VARIANTS[concern]}>
      <b>{t(concern)}</b> {t(`${concern}Text`, values)}
    </Alert>
  );
}

type Words = ReturnType<typeof useTranslations<"backup.card">>;

/** An error of the machine without a translated message is shown as it is. */
function sentenceOf(problem: string, t: Words): string {
  const fault = BACKUP_FAULTS.find((known) => known === problem);
  return fault ? t(`problem.${fault}`) : problem;
}

function sizeOf(bytes: number, t: Words): string {
  if (bytes < 1024 * 1024) return t("kilobytes", { size: Math.ceil(bytes / 1024) });
  return t("megabytes", { size: (bytes / 1024 / 1024).toFixed(1) });
}
