import { InfoIcon, TriangleAlertIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import type { AdminTask } from "@/lib/domain/admin-task";
import { formatShortDueDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";

/** Tasks that block nobody yet are drawn less prominently. */
const LATER: readonly AdminTask["kind"][] = [
  "next_year",
  "year_closable",
  "contact_missing",
  "role_ending",
  "code_expiring",
  "tokens_expiring",
  "long_absent",
];

type AdminTaskListProps = { tasks: readonly { task: AdminTask; href: string }[]; now: Date };

/** What is still to be arranged: what is the matter, what follows from it, and where it is done. */
export function AdminTaskList({ tasks, now }: AdminTaskListProps): ReactNode {
  const t = useTranslations("admin.home");
  const roleName = useTranslations("common.role");
  const locale = readLocale(useLocale());
  const dayOf = (moment: Date) => formatShortDueDay(moment, now, locale);
  return (
    <ul>
      {tasks.map(({ task, href }) => {
        const isLater = LATER.includes(task.kind);
        const { title, text, act } = wordsOf(task, t, roleName, dayOf);
        return (
          <li
            key={title}
            className="grid grid-cols-[--spacing(5)_minmax(0,1fr)_auto] items-center gap-x-2.5 gap-y-1 border-b border-line px-4 py-3.5 last:border-b-0 max-md:grid-cols-[--spacing(5)_minmax(0,1fr)]"
          >
            {isLater ? (
              <InfoIcon className="mt-0.75 self-start text-ink-3" />
            ) : (
              <TriangleAlertIcon className="mt-0.75 self-start text-warn" />
            )}
            <div>
              <p className="font-bold">{title}</p>
              <p className="text-sm text-ink-2">{text}</p>
            </div>
            <ButtonLink size="sm" className="max-md:col-start-2 max-md:justify-self-start" href={href}>
              {act}
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
}

type Words = ReturnType<typeof useTranslations<"admin.home">>;
type RoleWords = ReturnType<typeof useTranslations<"common.role">>;
type MissingRole = Extract<AdminTask, { kind: "role_missing" }>["role"];
type TaskWords = { title: string; text: string; act: string };

function wordsOf(task: AdminTask, t: Words, roleName: RoleWords, dayOf: (moment: Date) => string): TaskWords {
  switch (task.kind) {
    case "role_missing":
      return roleWords(task.role, t, roleName);
    case "submitter_missing":
      return {
        title: t("task.submitter_missing.title", { count: task.units.length }),
        text: listNames(task.units, t),
        act: t("act.submitter_missing"),
      };
    case "code_expired":
      return {
        title: t("task.code_expired.title", { count: task.people.length }),
        text: listNames(task.people, t),
        act: t("act.code_expired"),
      };
    case "code_expiring":
    case "long_absent":
      return {
        title: t(`task.${task.kind}.title`, { count: task.people.length }),
        text: listNames(task.people, t),
        act: t(`act.${task.kind}`),
      };
    case "role_ending":
      return {
        title: t("task.role_ending.title", { count: task.roles.length }),
        text: listNames(
          task.roles.map(({ name, unitName, role, untilAt }) => ({
            name: t("endingRole", { name, unit: unitName, role: roleName(role), day: dayOf(untilAt) }),
          })),
          t,
        ),
        act: t("act.role_ending"),
      };
    case "tokens_expiring":
      return {
        title: t("task.tokens_expiring.title", { count: task.tokens.length }),
        text: listNames(
          task.tokens.map(({ name, userName, expiresAt }) => ({
            name: t("expiringToken", { name, person: userName, day: dayOf(expiresAt) }),
          })),
          t,
        ),
        act: t("act.tokens_expiring"),
      };
    case "webhooks_failing":
      return {
        title: t("task.webhooks_failing.title", { count: task.webhooks.length }),
        text: listNames(task.webhooks, t),
        act: t("act.webhooks_failing"),
      };
    case "backup":
      return {
        title: t(`task.backup.${task.concern}`),
        text: t("task.backup.text"),
        act: t("act.backup"),
      };
    case "messages_failed":
    case "jobs_failed":
      return {
        title: t(`task.${task.kind}.title`, { count: task.count }),
        text: t(`task.${task.kind}.text`),
        act: t(`act.${task.kind}`),
      };
    case "own_review":
      return {
        title: t("task.own_review.title", { unit: task.unit.name }),
        text: t("task.own_review.text"),
        act: t("act.own_review"),
      };
    case "year_missing":
      return yearWords("year_missing", task.year, t);
    case "next_year":
      return yearWords("next_year", task.year, t);
    case "year_closable":
      return {
        title: t("task.year_closable.title", { year: String(task.year) }),
        text: t("task.year_closable.text"),
        act: t("act.year_closable"),
      };
    case "other_body_waiting":
    case "identity_waiting":
      return {
        title: t(`task.${task.kind}.title`, { count: task.count }),
        text: t(`task.${task.kind}.text`),
        act: t(`act.${task.kind}`),
      };
    case "units_missing":
    case "second_person_missing":
    case "contact_missing":
      return { title: t(`task.${task.kind}.title`), text: t(`task.${task.kind}.text`), act: t(`act.${task.kind}`) };
  }
}

function roleWords(key: MissingRole, t: Words, roleName: RoleWords): TaskWords {
  const role = roleName(key);
  return {
    title: t("task.role_missing.title", { role }),
    text: t(`task.role_missing.${key}`),
    act: t("act.role_missing", { role }),
  };
}

function yearWords(kind: "year_missing" | "next_year", year: number, t: Words): TaskWords {
  const years = { year: String(year), before: String(year - 1) };
  return {
    title: t(`task.${kind}.title`, years),
    text: t(`task.${kind}.text`, years),
    act: t("act.open_year", { year: String(year) }),
  };
}

const NAMES_SHOWN = 6;

/** The first few by name; how many more there are is said. */
function listNames(all: readonly { name: string }[], t: Words): string {
  const names = all
    .slice(0, NAMES_SHOWN)
    .map(({ name }) => name)
    .join(t("separator"));
  return all.length > NAMES_SHOWN ? t("andMore", { names, count: all.length - NAMES_SHOWN }) : names;
}
