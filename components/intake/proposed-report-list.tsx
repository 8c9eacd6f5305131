"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { FormAction } from "@/lib/web/form-action";

/** A report that names another body than its unit, as a page shows it while it waits for a second person. */
export type ProposedReportView = {
  id: string;
  unit: string;
  year: number;
  title: string;
  body: string;
  reason: string;
  who: string;
  when: string;
  /** What the reader may do about it; nothing where it waits for somebody else. */
  may: "settle" | "withdraw" | null;
  /** One for each form. */
  requestIds: readonly [string, string];
};

type ProposedReportListProps = {
  proposals: readonly ProposedReportView[];
  actions: { settle: FormAction; withdraw: FormAction };
};

/** What waits for a second person: whose report it says it is, why it is proposed, and what the reader may do. */
export function ProposedReportList({ proposals, actions }: ProposedReportListProps): ReactNode {
  const t = useTranslations("intake.proposed");
  return (
    <Card className="mb-4">
      <CardHeader>
        <CardTitle>{t("title", { count: proposals.length })}</CardTitle>
      </CardHeader>
      <CardContent className="space-y-5">
        {proposals.map((proposal) => (
          <section key={proposal.id} aria-labelledby={`proposed-${proposal.id}`}>
            <h3 className="font-bold" id={`proposed-${proposal.id}`}>
              {t("what", { unit: proposal.unit, year: String(proposal.year) })}
            </h3>
            <p>{t("file", { title: proposal.title, body: proposal.body || "none" })}</p>
            <p className="text-sm text-ink-2">
              {t("by", { who: proposal.who, when: proposal.when, reason: proposal.reason })}
            </p>
            <Moves proposal={proposal} actions={actions} />
          </section>
        ))}
      </CardContent>
    </Card>
  );
}

function Moves({
  proposal: { id, may, requestIds },
  actions,
}: Pick<ProposedReportListProps, "actions"> & { proposal: ProposedReportView }): ReactNode {
  const t = useTranslations("intake.proposed");
  if (may === null) return <p className="mt-1 text-sm">{t("waits")}</p>;
  const hidden = (requestId: string) => [
    { kind: "hidden" as const, name: "requestId", value: requestId },
    { kind: "hidden" as const, name: "proposalId", value: id },
  ];
  if (may === "withdraw") {
    return (
      <div className="mt-2">
        <ActionForm
          id={`withdraw-${id}`}
          action={actions.withdraw}
          fields={hidden(requestIds[0])}
          submitLabel={t("withdraw")}
          busyLabel={t("withdrawing")}
          errorTitle={t("error")}
          buttonSize="sm"
          note={<p className="text-sm text-ink-2">{t("waits")}</p>}
        />
      </div>
    );
  }
  return (
    <div className="mt-2 grid gap-4 md:grid-cols-2">
      {(["confirm", "decline"] as const).map((decision, index) => (
        <ActionForm
          key={decision}
          id={`${decision}-${id}`}
          action={actions.settle}
          fields={[
            ...hidden(requestIds[index] ?? requestIds[0]),
            { kind: "hidden", name: "decision", value: decision },
            {
              kind: "textarea",
              name: "reason",
              label: t(`${decision}Reason`),
              rows: 2,
              limit: LIMIT.reason,
              isRequired: true,
            },
          ]}
          submitLabel={t(decision)}
          busyLabel={t(`${decision}Busy`)}
          errorTitle={t("error")}
          buttonSize="sm"
          buttonVariant={decision === "confirm" ? "primary" : "secondary"}
        />
      ))}
    </div>
  );
}
