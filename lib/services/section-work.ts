import type { Db } from "@/db/connect";
import { getCycle } from "@/db/queries/cycles";
import { listExplanations } from "@/db/queries/explanations";
import { listUnitFigures } from "@/db/queries/figures";
import { listIndicators } from "@/db/queries/indicators";
import { listOutline } from "@/db/queries/outline-headings";
import { listParagraphs } from "@/db/queries/paragraphs";
import { getLedgerSummary } from "@/db/queries/request-ledgers";
import { listConfirmedRuleSettings } from "@/db/queries/rule-settings";
import { getUnitReport } from "@/db/queries/unit-reports";
import type { Actor } from "@/lib/domain/access";
import { listBlanksAsZero, withBlanksAsZero } from "@/lib/domain/blank-cells";
import { carriedFrom, lockedCells } from "@/lib/domain/carry-forward";
import { runChecks } from "@/lib/domain/check/registry";
import { subjectOfUnit, type UnitAnswers } from "@/lib/domain/check/subject";
import { isGivenBy } from "@/lib/domain/cycle";
import { sortByNeed } from "@/lib/domain/explanation";
import type { CellKey } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";
import { rulesInForce } from "@/lib/domain/rule-setting";
import type { SectionWork, StoredParagraph } from "@/lib/domain/section-work";
import type { SubmissionEntry } from "@/lib/domain/submission";
import type { PreviousOfUnit } from "@/lib/domain/taken-over";
import { getPreviousOfUnit } from "@/lib/services/previous-of-units";

/** A section as it stands in this transaction, with all that its checks need, checked; null when its year has gone. */
export async function getSectionWork(tx: Db, actor: Actor, submission: SubmissionEntry): Promise<SectionWork | null> {
  const scope = actor.scope;
  const { cycleId, districtId, organisationId, sectionId, year } = submission;
  const of = { scope, submissionId: submission.id };
  const [cycle, outline, indicators, unitFigures, paragraphs, explanations, own, previous, settings, ledger] =
    await Promise.all([
      getCycle(tx, { id: cycleId, districtId }),
      listOutline(tx, { districtId, cycleId }),
      sectionId === "overview" ? listIndicators(tx, { scope, cycleId }) : [],
      listUnitFigures(tx, { scope, cycleId, organisationId }),
      listParagraphs(tx, of),
      listExplanations(tx, of),
      getUnitReport(tx, { scope, organisationId, year }),
      getPreviousOfUnit(tx, actor, { year, organisationId }),
      listConfirmedRuleSettings(tx, { districtId }),
      sectionId === "requests" ? getLedgerSummary(tx, of) : null,
    ]);
  if (!cycle) return null;

  const ownOutline = outline.filter(
    (heading) => heading.sectionId === sectionId && heading.owners.includes(organisationId),
  );
  const ownIndicators = indicators.filter((candidate) => isGivenBy(candidate, organisationId));
  const found = new Map(unitFigures.map((figure) => [figure.cellKey, figure.found]));
  const keys = [
    ...listSectionCells(cycle.format, sectionId).flatMap((cell) => (cell.sumOf ? [] : [cell.key])),
    ...ownIndicators.map((indicator) => `indicators.${indicator.key}`),
  ];
  const answers: UnitAnswers = {
    cycle,
    sectionId,
    isOffice: submission.isOffice,
    figures: Object.fromEntries(found),
    paragraphs: Object.fromEntries(ownOutline.map((heading) => [heading.key, bodyOf(paragraphs, heading.key)])),
    outline: ownOutline,
    indicators: ownIndicators,
    previous: previous && withoutParagraphs(previous),
    ownReport: own?.report.figures ?? null,
    ledger: ledger?.counts ?? null,
    ruleSettings: rulesInForce(settings),
  };
  const subject = subjectOfUnit(answers);
  const { format } = cycle;
  const carried = carriedFrom({ format, year: cycle.year, previous });
  const asSubmitted = { ...answers, figures: withBlanksAsZero(format, answers.figures, carried) };

  return {
    submission,
    cycle,
    outline: ownOutline,
    indicators: ownIndicators,
    paragraphs,
    values: Object.fromEntries(keys.map((key) => [key, found.get(key) ?? null])),
    explanations,
    previous,
    ledger,
    answers,
    subject,
    blanksAsZero: listBlanksAsZero({ format, sectionId, figures: answers.figures, carried }),
    findings: runChecks(subjectOfUnit(asSubmitted)),
  };
}

/** The cells of the section that were carried over and are not typed into, as stored. */
export function listLocked(work: SectionWork): Set<CellKey> {
  const { cycle, previous, values, findings, explanations } = work;
  const explainedIds = new Set(explanations.map((explanation) => explanation.findingId));
  const carried = carriedFrom({ format: cycle.format, year: cycle.year, previous });
  return lockedCells(carried, (key) => values[key] ?? null, sortByNeed(findings, explainedIds).explained);
}

/** What checks and the page need of the year before; its text by heading is only asked for where it may be used again. */
function withoutParagraphs({ paragraphs: _texts, ...previous }: PreviousOfUnit): Omit<PreviousOfUnit, "paragraphs"> {
  return previous;
}

function bodyOf(paragraphs: readonly StoredParagraph[], headingKey: string): string {
  return paragraphs.find((paragraph) => paragraph.headingKey === headingKey)?.body ?? "";
}
