import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HelpReviewKeys, HelpTableKeys } from "@/components/help/help-keys";
import { HelpTopic } from "@/components/help/help-topic";
import { Page, PageHead } from "@/components/ui/page";
import { HELP_TOPICS, type HelpTopicKey, topicsOf } from "@/lib/domain/help-topics";
import { requireActor } from "@/lib/web/actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

/** How each role's work goes, in plain words: the reader's own roles first. */
export default async function HelpPage() {
  const actor = await requireActor();
  const t = await getTranslations("help");
  const ownTopics = topicsOf(actor.memberships.map((membership) => membership.role));
  const others = HELP_TOPICS.filter((topic) => !ownTopics.includes(topic));
  const list = (topics: readonly HelpTopicKey[]) =>
    topics.map((topic) => <HelpTopic key={topic} topic={topic} isOpen={ownTopics.includes(topic)} />);

  return (
    <Page>
      <div className="max-w-190 space-y-4">
        <PageHead title={t("title")} lead={t("lead")} />
        {list(ownTopics)}
        {ownTopics.includes("reviewer") ? <HelpReviewKeys /> : null}
        <HelpTableKeys />
        {others.length > 0 ? <h2 className="mt-6">{t("others")}</h2> : null}
        {list(others)}
      </div>
    </Page>
  );
}
