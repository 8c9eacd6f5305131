import { ChevronDownIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { HelpTopicKey } from "@/lib/domain/help-topics";

/** One role's work, step by step; open where it is the reader's own. */
export function HelpTopic({ topic, isOpen }: { topic: HelpTopicKey; isOpen: boolean }): ReactNode {
  const t = useTranslations("help.topics");
  return (
    <details className="group rounded-md border border-line bg-surface" open={isOpen}>
      <summary className="flex items-center justify-between gap-3 px-4 py-3">
        <h2>{t(`${topic}.title`)}</h2>
        <ChevronDownIcon className="text-ink-2 group-open:rotate-180" />
      </summary>
      <ol className="list-decimal space-y-2 pr-6 pb-4 pl-10">
        {t.rich(`${topic}.steps`, {
          li: (chunks) => <li>{chunks}</li>,
          b: (chunks) => <b>{chunks}</b>,
        })}
      </ol>
    </details>
  );
}
