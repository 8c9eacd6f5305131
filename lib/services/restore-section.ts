import type { Db } from "@/db/connect";
import { updateExplanationsSubmitted } from "@/db/queries/explanations";
import { listFigures, upsertFigures } from "@/db/queries/figures";
import { listParagraphs, upsertParagraph } from "@/db/queries/paragraphs";
import { getEntryForUpdate } from "@/db/queries/submission-entries";
import { updateSubmission } from "@/db/queries/submissions";
import { getVersion } from "@/db/queries/versions";
import type { Actor } from "@/lib/domain/access";
import type { StandingApproval } from "@/lib/domain/call-off";
import { sortByNeed } from "@/lib/domain/explanation";
import type { RecordEvent } from "@/lib/services/carry-out";
import { subjectOf } from "@/lib/services/move-submission";
import { getSectionWork } from "@/lib/services/section-work";

/**
 * Puts a section back to the version that a published report rests on, approved by who had approved it. What its unit
 * typed since goes into the event, and what it handed in since stays among its versions: nothing of it is lost.
 */
export async function restoreSection(
  tx: Db,
  actor: Actor,
  standing: StandingApproval,
  now: Date,
  record: RecordEvent,
): Promise<void> {
  const { scope } = actor;
  const of = { scope, submissionId: standing.submissionId };
  const submission = await getEntryForUpdate(tx, { id: standing.submissionId, scope });
  if (!submission || isAsItWas(submission, standing)) return;
  const version = await getVersion(tx, { ...of, number: standing.version });
  if (!version) return;

  const { districtId, organisationId, sectionId } = submission;
  const [figures, paragraphs] = await Promise.all([listFigures(tx, of), listParagraphs(tx, of)]);
  const typed = new Map(figures.map((figure) => [figure.cellKey, figure.found]));
  const written = new Map(paragraphs.map((paragraph) => [paragraph.headingKey, paragraph.body]));
  const changes = Object.entries(version.content.figures).flatMap(([cellKey, to]) => {
    const from = typed.get(cellKey) ?? null;
    return from === to ? [] : [{ cellKey, from, to }];
  });
  const texts = Object.entries(version.content.paragraphs).flatMap(([headingKey, body]) => {
    const dropped = written.get(headingKey) ?? "";
    return dropped === body ? [] : [{ headingKey, body, dropped }];
  });

  const change = { districtId, submissionId: submission.id, organisationId, by: actor, at: now };
  const cells = changes.map(({ cellKey, to }) => ({ cellKey, found: to }));
  await upsertFigures(tx, {
    districtId,
    by: actor,
    at: now,
    sections: [{ submissionId: submission.id, organisationId, cells }],
  });
  for (const { headingKey, body } of texts) await upsertParagraph(tx, { ...change, headingKey, body });
  await updateSubmission(tx, {
    id: submission.id,
    districtId,
    by: actor,
    at: now,
    set: {
      state: "approved",
      latestVersion: version.number,
      isNil: version.isNil,
      submittedBy: version.submittedBy,
      submittedAt: version.submittedAt,
      approvedVersionId: version.id,
      approvedBy: standing.approvedBy,
      approvedByName: standing.approvedByName,
      approvedAt: standing.approvedAt,
      returnReason: null,
    },
  });
  await keepExplanations(tx, actor, submission.id, version.number);
  await record(subjectOf(submission), {
    type: "reopening_undone",
    data: {
      sectionId,
      version: version.number,
      isNil: version.isNil,
      changes,
      texts: texts.map(({ headingKey, body, dropped }) => ({ headingKey, characters: [...body].length, dropped })),
    },
  });
}

function isAsItWas(submission: { state: string; latestVersion: number }, standing: StandingApproval): boolean {
  return submission.state === "approved" && submission.latestVersion === standing.version;
}

/** Reasons for findings that the version has again belong to it again. */
async function keepExplanations(tx: Db, actor: Actor, submissionId: string, version: number): Promise<void> {
  const restored = await getEntryForUpdate(tx, { id: submissionId, scope: actor.scope });
  const work = restored ? await getSectionWork(tx, actor, restored) : null;
  if (!work) return;
  const explainedIds = new Set(work.explanations.map(({ findingId }) => findingId));
  const findingIds = sortByNeed(work.findings, explainedIds).explained.map((finding) => finding.id);
  await updateExplanationsSubmitted(tx, { districtId: actor.districtId, submissionId, findingIds, version });
}
