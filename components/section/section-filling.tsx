import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { newRequestId } from "@/components/saving/new-request-id";
import { ClientMessages } from "@/components/shell/client-messages";
import { Alert } from "@/components/ui/alert";
import { type SectionFrameProps, useSectionHead, useShownComments } from "./section-frame";
import { SectionVersions } from "./section-versions";
import { type SectionActions, SectionWork } from "./section-work";

type SectionFillingProps = SectionFrameProps & {
  actions: SectionActions;
  signInHref: string;
  /** True where the unit's head signs before the office sees it. */
  waitsForHead: boolean;
};

/** A section that its unit may change now. */
export function SectionFilling(props: SectionFillingProps): ReactNode {
  const { work, now, actions, signInHref, waitsForHead } = props;
  const { submission, answers, values, versions, explanations } = work;
  const head = useSectionHead(props);
  const comments = useShownComments(work, now);
  const { cycle, sectionId, isOffice, figures, paragraphs, outline, indicators, previous, ownReport } = answers;
  return (
    <ClientMessages areas={["common", "grid", "checks", "section"]}>
      <SectionWork
        key={submission.id}
        submissionId={submission.id}
        answers={{
          cycle: { year: cycle.year, format: cycle.format },
          sectionId,
          isOffice,
          figures,
          paragraphs,
          outline,
          indicators,
          previous,
          ownReport,
        }}
        format={work.cycle.format}
        values={values}
        before={versions[0]?.content.figures ?? null}
        revision={submission.revision}
        needsSignature={waitsForHead}
        isNil={submission.isNil}
        explanations={explanations.map(({ findingId, finding, body, acceptedByName }) => ({
          findingId,
          finding,
          body,
          acceptedByName,
        }))}
        comments={comments}
        requestIds={{ submit: newRequestId(), nil: newRequestId(), resolve: newRequestId() }}
        actions={actions}
        signInHref={signInHref}
        head={head}
        notice={<ReturnedNotice {...props} />}
        versions={<SectionVersions work={work} now={now} />}
      />
    </ClientMessages>
  );
}

/** Why it came back, until it is submitted again. A reason that stands on a cell is told there. */
function ReturnedNotice({ work }: SectionFrameProps): ReactNode {
  const t = useTranslations("section.returned");
  const { submission, comments } = work;
  const open = comments.filter((comment) => comment.sentAt !== null && comment.resolvedAt === null);
  if (submission.returnReason === null) return null;
  if (open.some((comment) => comment.body === submission.returnReason)) return null;
  return (
    <Alert kind="error">
      <b>{t("title", { version: submission.latestVersion })}</b>
      <p>{submission.returnReason}</p>
      {open.length > 0 ? (
        <p className="sm sec">
          <span className="only-l">{t("cells", { count: open.length })}</span>
          <span className="only-s">{t("cellsBelow", { count: open.length })}</span>
        </p>
      ) : null}
    </Alert>
  );
}
