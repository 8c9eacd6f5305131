import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { FocusOnArrival } from "@/components/ui/focus-on-arrival";
import type { FailedJob } from "@/lib/domain/job";
import type { Operation } from "@/lib/domain/operation";
import { formatMoment } from "@/lib/i18n/dates";
import type { FormAction } from "@/lib/web/form-action";

type OperationJobsProps = {
  jobs: Operation["jobs"];
  now: Date;
  /** Whether one was put on the queue again just now. */
  isRetried: boolean;
  retry: FormAction;
  /** One for each form. */
  requestIds: readonly string[];
};

/** What the app does by itself: how much waits, and what failed at the last, to be tried again. */
export function OperationJobs({ jobs, now, isRetried, retry, requestIds }: OperationJobsProps): ReactNode {
  const t = useTranslations("admin.operation");
  const { waiting, active, failed } = jobs;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("jobs")}</CardTitle>
      </CardHeader>
      <CardContent className="space-y-3">
        {isRetried ? (
          <FocusOnArrival>
            <Alert variant="success">{t("retried")}</Alert>
          </FocusOnArrival>
        ) : null}
        {failed.length === 0 ? (
          <Alert variant="success">{t("noneFailed")}</Alert>
        ) : (
          <Alert variant="error">{t("someFailed", { count: failed.length })}</Alert>
        )}
        <p className="text-sm">{t("jobCount", { waiting, active })}</p>
        {failed.length > 0 ? (
          <ul>
            {failed.map((job, index) => (
              <Failed key={job.id} job={job} now={now} retry={retry} requestId={requestIds[index] ?? ""} />
            ))}
          </ul>
        ) : null}
      </CardContent>
    </Card>
  );
}

type FailedProps = { job: FailedJob; now: Date; retry: FormAction; requestId: string };

function Failed({ job, now, retry, requestId }: FailedProps): ReactNode {
  const t = useTranslations("admin.operation");
  const locale = useLocale();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t border-line py-3">
      <div className="min-w-0 flex-1 basis-60 text-sm">
        <p className="font-bold">{t(`queue.${job.queue}`)}</p>
        <p className="text-ink-2">
          {t("failedAt", { when: formatMoment(job.failedAt, now, locale), count: job.attempts })}
        </p>
        {job.recipient ? <p className="wrap-anywhere text-ink-2">{t("recipient", { name: job.recipient })}</p> : null}
        {job.problem ? <p className="wrap-anywhere text-ink-3">{t("said", { problem: job.problem })}</p> : null}
      </div>
      <ActionForm
        id={`retry-${job.id}`}
        action={retry}
        fields={[
          { kind: "hidden", name: "requestId", value: requestId },
          { kind: "hidden", name: "jobId", value: job.id },
        ]}
        submitLabel={t("retry")}
        busyLabel={t("retrying")}
        errorTitle={t("notRetried")}
        buttonSize="sm"
        buttonVariant="secondary"
      />
    </li>
  );
}
