"use client";

import { CheckIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useFormAction } from "@/components/saving/use-form-action";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { CardFooter } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Empty } from "@/components/ui/empty";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import type { NilEntry, NilObstacle } from "@/lib/domain/nil-approval";
import { formatMoment } from "@/lib/i18n/dates";
import type { FormAction } from "@/lib/web/form-action";

type Listed = NilEntry & { href: string };

type NilFormProps = {
  action: FormAction;
  requestId: string;
  entries: readonly Listed[];
  now: Date;
  queueHref: string;
};

/** Lists what reports nothing, each with its tick, and approves what is ticked. */
export function NilForm({ action, requestId, entries, now, queueHref }: NilFormProps): ReactNode {
  const t = useTranslations("review.nil");
  const [state, send] = useFormAction(action);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const chosen = entries.filter((entry) => !leftOut.has(entry.id)).length;
  const choose = (id: string, isChosen: boolean) =>
    setLeftOut((before) => new Set(isChosen ? [...before].filter((entryId) => entryId !== id) : [...before, id]));
  return (
    <form action={send}>
      <input type="hidden" name="requestId" value={requestId} />
      {state.status === "done" ? (
        <Alert variant="success" isAnnounced className="m-4 whitespace-pre-line">
          {state.message}
        </Alert>
      ) : null}
      {state.status === "invalid" ? (
        <Alert variant="error" isAnnounced className="m-4">
          {t("chooseFirst")}
        </Alert>
      ) : null}
      <Refused state={state} className="m-4" />
      {entries.length === 0 ? (
        <Empty icon={<CheckIcon />} title={t("none")} action={<ButtonLink href={queueHref}>{t("toQueue")}</ButtonLink>}>
          {t("noneText")}
        </Empty>
      ) : (
        <>
          <NilTable entries={entries} leftOut={leftOut} onChoose={choose} now={now} />
          <CardFooter className="flex flex-wrap items-center justify-end gap-3.5">
            <span className="text-sm text-ink-2">{t("each")}</span>
            <SubmitButton variant="primary" busyLabel={t("approving")}>
              <CheckIcon />
              {t("approve", { count: chosen })}
            </SubmitButton>
          </CardFooter>
        </>
      )}
    </form>
  );
}

type NilTableProps = Pick<NilFormProps, "entries" | "now"> & {
  /** Ids of the submissions whose tick was taken away. */
  leftOut: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
};

function NilTable({ entries, leftOut, onChoose, now }: NilTableProps): ReactNode {
  const t = useTranslations("review.nil");
  const section = useTranslations("common.section");
  const common = useTranslations("common");
  const locale = useLocale();
  return (
    <Table
      caption={t("caption")}
      rows={entries}
      rowKey={(entry) => entry.id}
      isLong
      columns={[
        {
          key: "unit",
          head: t("unit"),
          isRowHead: true,
          cell: (entry) => (
            <span className="flex items-center gap-2.5">
              <Checkbox
                name="seen[]"
                value={`${entry.id} ${entry.revision}`}
                checked={!leftOut.has(entry.id)}
                onChange={(event) => onChoose(entry.id, event.target.checked)}
                aria-label={t("choose", { unit: entry.unitName, section: section(entry.sectionId) })}
              />
              {entry.unitName}
            </span>
          ),
        },
        { key: "section", head: t("section"), cell: (entry) => section(entry.sectionId) },
        {
          key: "version",
          head: t("version"),
          cell: (entry) => common("version", { version: entry.latestVersion }),
        },
        {
          key: "sent",
          head: t("sent"),
          cell: (entry) =>
            entry.submittedAt ? `${entry.submittedByName} ${formatMoment(entry.submittedAt, now, locale)}` : null,
        },
        {
          key: "see",
          head: t("see"),
          isHeadHidden: true,
          cell: (entry) => <Link href={entry.href}>{t("see")}</Link>,
        },
      ]}
    />
  );
}

/** What reports nothing too, but wants to be looked at alone. */
export function NilAside({ entries }: { entries: readonly (Listed & { obstacle: NilObstacle })[] }): ReactNode {
  const t = useTranslations("review.nil");
  const section = useTranslations("common.section");
  return (
    <ul className="space-y-1.5 text-sm">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Link href={entry.href}>
            {entry.unitName} {section(entry.sectionId)}
          </Link>
          {t("because", { why: t(`obstacle.${entry.obstacle}`) })}
        </li>
      ))}
    </ul>
  );
}
