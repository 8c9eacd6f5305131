import { ArrowRightIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSectionNames } from "@/components/section/section-names";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { HeroTitle, PageHero } from "@/components/ui/page";
import { isOpenTask } from "@/lib/domain/desk";
import type { Desk } from "@/lib/domain/desk-work";
import { arrangeHandIn, isAllReady } from "@/lib/domain/hand-in";
import { formatDeadline } from "@/lib/i18n/dates";

const emphasised = { em: (text: ReactNode) => <em className="font-bold whitespace-nowrap">{text}</em> };

type DeskHeroProps = { desk: Desk; now: Date; hrefOf: (submissionId: string) => string; handInHref: string };

/** The desk's one sentence and its one next button. */
export function DeskHero({ desk, now, hrefOf, handInHref }: DeskHeroProps): ReactNode {
  const t = useTranslations("desk");
  const year = String(desk.cycle.year);
  const units = [...new Set(desk.tasks.map((task) => task.unitName))];
  const first = desk.tasks[0];
  const words = useSectionNames(desk.cycle.format);
  const parts = arrangeHandIn(desk.tasks);
  return (
    <PageHero>
      <div className="min-w-0 flex-1">
        <Breadcrumb crumbs={[...units.map((label) => ({ label })), { label: t("crumb", { year }) }]} />
        <HeroTitle>
          <HeroSentence desk={desk} now={now} />
        </HeroTitle>
        {first ? null : <p className="mt-1 text-ink-2">{t("hero.nothingText")}</p>}
      </div>
      {isAllReady(parts) ? (
        <ButtonLink variant="primary" size="lg" href={handInHref}>
          {t("next.handIn", { count: parts.ready.length })}
          <ArrowRightIcon />
        </ButtonLink>
      ) : first && first.act !== "look" ? (
        <ButtonLink variant="primary" size="lg" href={hrefOf(first.id)}>
          {t(`next.${first.act}`, { number: words.number(first.sectionId) })}
          <ArrowRightIcon />
        </ButtonLink>
      ) : null}
    </PageHero>
  );
}

function HeroSentence({ desk, now }: { desk: Desk; now: Date }): ReactNode {
  const t = useTranslations("desk.hero");
  const locale = useLocale();
  const { tasks, cycle } = desk;
  const year = String(cycle.year);
  if (tasks.length === 0) return t("nothing", { year });
  if (cycle.state === "closed") return t("closed", { year });

  const nearest = (list: readonly { dueAt: Date }[]) =>
    formatDeadline(new Date(Math.min(...list.map((task) => task.dueAt.getTime()))), now, locale);
  const toSign = tasks.filter((task) => task.act === "sign");
  if (toSign.length > 0) {
    return t.rich("sign", { ...emphasised, count: toSign.length, deadline: nearest(toSign) });
  }
  const open = tasks.filter((task) => isOpenTask(task.state));
  const late = open.filter((task) => task.dueAt <= now);
  if (late.length > 0) return t.rich("late", { ...emphasised, count: open.length, late: late.length });
  if (open.length > 0) return t.rich("open", { ...emphasised, count: open.length, deadline: nearest(open) });
  const waiting = tasks.filter((task) => task.state !== "approved");
  if (waiting.length > 0) return t.rich("waiting", { ...emphasised, count: waiting.length });
  return t.rich("done", { ...emphasised, count: tasks.length });
}
