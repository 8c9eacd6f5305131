import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSectionNames } from "@/components/section/section-names";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { tableVariants } from "@/components/ui/table";
import type { Desk } from "@/lib/domain/desk-work";
import { SUBMISSION_STATES } from "@/lib/domain/submission";
import { DeskTaskRow } from "./desk-task-row";

const classes = tableVariants({ isStacked: true });

type DeskTaskListProps = {
  desk: Desk;
  userId: string;
  now: Date;
  hrefOf: (submissionId: string) => string;
  handInHref: string;
};

/** The person's sections, what must be done first leading, each with its state, findings, last act and due date. */
export function DeskTaskList({ desk, userId, now, hrefOf, handInHref }: DeskTaskListProps): ReactNode {
  const t = useTranslations("desk.list");
  const state = useTranslations("common.state");
  const common = useTranslations("common");
  const others = useTranslations("desk.others");
  const counts = SUBMISSION_STATES.map((name) => ({
    name,
    count: desk.tasks.filter((task) => task.state === name).length,
  })).filter(({ count }) => count > 0);
  const isOfSeveralUnits = new Set(desk.tasks.map((task) => task.organisationId)).size > 1;
  const words = useSectionNames(desk.cycle.format);
  const owners = [...new Set(desk.others.map((other) => other.unitName))];

  return (
    <>
      <Card>
        <CardHeader>
          <CardTitle className="flex-1">{t("title", { count: desk.tasks.length })}</CardTitle>
          <span className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-sm text-ink-3 max-md:hidden">
            {counts.map(({ name, count }) => (
              <span key={name}>{t("states", { count, state: state(name) })}</span>
            ))}
          </span>
          {desk.tasks.some((task) => task.act !== "look") ? (
            <ButtonLink size="sm" href={handInHref}>
              {t("handIn")}
            </ButtonLink>
          ) : null}
        </CardHeader>
        <table className={classes.root}>
          <caption className="sr-only">{t("caption", { year: String(desk.cycle.year) })}</caption>
          <thead className={classes.header}>
            <tr>
              <th className={classes.head} scope="col">
                {t("section")}
              </th>
              <th className={classes.head} scope="col">
                {t("state")}
              </th>
              <th className={classes.head} scope="col">
                {t("findings")}
              </th>
              <th className={classes.head} scope="col">
                {t("last")}
              </th>
              <th className={classes.head} scope="col">
                {t("due")}
              </th>
              <th className={classes.head} scope="col">
                <span className="sr-only">{t("act")}</span>
              </th>
            </tr>
          </thead>
          {desk.tasks.map((task) => (
            <DeskTaskRow
              key={task.id}
              task={task}
              format={desk.cycle.format}
              href={hrefOf(task.id)}
              userId={userId}
              now={now}
              isUnitNamed={isOfSeveralUnits}
            />
          ))}
        </table>
      </Card>
      {owners.map((unit) => {
        const sections = desk.others
          .filter((other) => other.unitName === unit)
          .map((other) => words.number(other.sectionId));
        const values = { sections: sections.join(common("listSeparator")) };
        return (
          <p key={unit ?? ""} className="mt-3 text-sm text-ink-3">
            {unit ? others("one", { ...values, unit }) : others("several", values)}
          </p>
        );
      })}
    </>
  );
}
