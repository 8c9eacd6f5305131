import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SectionFilling } from "@/components/section/section-filling";
import { SectionReading } from "@/components/section/section-reading";
import { SectionSigning } from "@/components/section/section-signing";
import { unitsFilledBy } from "@/lib/domain/access";
import { decideMove, listMoves } from "@/lib/domain/submission";
import { inLanguage } from "@/lib/formats/localize-format";
import { loadSubmission } from "@/lib/services/load-submission";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import {
  correctCarriedFigureAction,
  declineSignatureAction,
  explainFindingAction,
  fillSectionAction,
  loadCellHistoryAction,
  readPastedTableAction,
  readUnitWorkbookAction,
  resolveCommentAction,
  signSubmissionAction,
  withdrawSubmissionAction,
} from "./actions";

const FILLING = {
  readPasted: readPastedTableAction,
  loadCellHistory: loadCellHistoryAction,
  readWorkbook: readUnitWorkbookAction,
  fill: fillSectionAction,
  explain: explainFindingAction,
  correctCarried: correctCarriedFigureAction,
  resolve: resolveCommentAction,
};
const SIGNING = { sign: signSubmissionAction, decline: declineSignatureAction };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("title") };
}

/** One section of one's own unit: to fill in, to sign, or to look at, as its state and the person allow. */
export default async function SectionPage({ params }: PageProps<"/desk/[submissionId]">) {
  const actor = await requirePermission("submission:fill", "submission:sign");
  const { submissionId } = await params;
  if (!isId(submissionId)) notFound();
  const now = new Date();
  const found = await loadSubmission(getDb(), actor, { submissionId }, now);
  if (!found || !unitsFilledBy(actor).includes(found.submission.organisationId)) notFound();
  const work = { ...found, cycle: inLanguage(found.cycle, await getLocale()) };

  const moves = listMoves(work.submission, actor);
  const frame = { work, now, deskHref: routes.desk(), personId: actor.userId };
  if (moves.includes("edit")) {
    const signInHref = routes.signIn({ next: routes.section(submissionId), reason: "ended" });
    const submit = decideMove(work.submission, "submit", actor);
    const waitsForHead = submit.ok && submit.to === "awaiting_signature";
    const hrefs = {
      workbookHref: routes.sectionWorkbook(submissionId),
      ledgerHref: routes.sectionLedger(submissionId),
    };
    const filling = { ...frame, sentBack: found.sentBack, ...hrefs };
    return <SectionFilling {...filling} actions={FILLING} signInHref={signInHref} waitsForHead={waitsForHead} />;
  }
  if (moves.includes("sign")) return <SectionSigning {...frame} actions={SIGNING} />;
  const reading = { ...frame, ahead: found.ahead, hrefOf: routes.section, handInHref: routes.handIn() };
  return <SectionReading {...reading} canWithdraw={moves.includes("withdraw")} action={withdrawSubmissionAction} />;
}
