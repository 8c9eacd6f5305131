import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSectionNames } from "@/components/section/section-names";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { StateBadge } from "@/components/ui/state-badge";
import type { Desk, DeskTask } from "@/lib/domain/desk-work";
import { formatMoment } from "@/lib/i18n/dates";

type SentSectionsProps = {
  title: string;
  desk: Desk;
  tasks: readonly DeskTask[];
  now: Date;
  hrefOf: (submissionId: string) => string;
  isUnitNamed: boolean;
};

/** The sections that were submitted, each with its receipt. */
export function SentSections({ title, desk, tasks, now, hrefOf, isUnitNamed }: SentSectionsProps): ReactNode {
  const t = useTranslations("handin.sent");
  const locale = useLocale();
  const words = useSectionNames(desk.cycle.format);
  if (tasks.length === 0) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
      </CardHeader>
      <ul>
        {tasks.map((task) => (
          <li
            key={task.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-3 last:border-b-0"
          >
            <div className="min-w-0">
              <Link href={hrefOf(task.id)}>
                {isUnitNamed ? `${task.unitName}　` : ""}
                {words.title(task.sectionId)}
              </Link>
              {task.submittedAt && task.receipt !== null ? (
                <p className="text-sm text-ink-2">
                  {t("line", {
                    version: task.latestVersion,
                    when: formatMoment(task.submittedAt, now, locale),
                    receipt: task.receipt,
                  })}
                </p>
              ) : null}
            </div>
            <StateBadge state={task.state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
