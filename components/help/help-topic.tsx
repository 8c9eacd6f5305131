import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { HelpTopicKey } from "@/lib/domain/help-topics";

/** One role's work, step by step; open where it is the reader's own. */
export function HelpTopic({ topic, isOpen }: { topic: HelpTopicKey; isOpen: boolean }): ReactNode {
  const t = useTranslations("help.topics");
  return (
    <details className="help-topic card" open={isOpen}>
      <summary>
        <h2>{t(`${topic}.title`)}</h2>
      </summary>
      <ol>
        {t.rich(`${topic}.steps`, {
          li: (chunks) => <li>{chunks}</li>,
          b: (chunks) => <b>{chunks}</b>,
        })}
      </ol>
    </details>
  );
}
