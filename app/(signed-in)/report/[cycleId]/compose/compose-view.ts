import { randomUUID } from "node:crypto";
import type { ComposeExplanation, ComposeHeading, ComposeMaterial, UnitText } from "@/components/compose/compose-model";
import { subjectOfDocument } from "@/lib/domain/check/subject";
import { indicatorFigures } from "@/lib/domain/compose-report";
import type { OutlineHeading } from "@/lib/domain/cycle";
import { textOfHeading, textOfUnit } from "@/lib/domain/heading-text";
import { sharedIndicatorKeys } from "@/lib/domain/indicator";
import type { ReportWriting } from "@/lib/domain/report-work";
import { routes } from "@/lib/web/routes";

const NO_TEXTS: ReadonlyMap<string, string> = new Map();

/** What the composing page works with, out of what the report is made of. */
export function composeMaterialOf(work: ReportWriting): ComposeMaterial {
  const { cycle, document, previous } = work;
  return {
    cycleId: cycle.id,
    year: cycle.year,
    sections: cycle.format.sections.map(({ id, number, title, kind }) => ({ id, number, title, kind })),
    headings: work.outline.map((heading) => headingOf(heading, work)),
    preface: cycle.preface,
    subject: { ...subjectOfDocument(document, previous, { ruleSettings: work.ruleSettings }), texts: [] },
    ownReportFindings: work.ownReportFindings,
    explanations: explanationsOf(work),
    values: { ...document.figures, ...indicatorFigures(document) },
  };
}

/** The office's own first, then the units' in their order. */
function explanationsOf({ explanations, unitExplanations }: ReportWriting): ComposeExplanation[] {
  return [
    ...explanations.map((own) => ({ ...own, submissionId: "", unit: null, acceptedByName: null })),
    ...unitExplanations.map(({ unitName, ...given }) => ({ ...given, unit: unitName })),
  ].map(({ submissionId, unit, findingId, finding, body, authorName, createdAt, acceptedByName, note }) => ({
    submissionId,
    unit,
    findingId,
    finding,
    body,
    authorName,
    createdAt: createdAt.toISOString(),
    acceptedByName,
    note,
    requestId: randomUUID(),
  }));
}

function headingOf(heading: OutlineHeading, work: ReportWriting): ComposeHeading {
  const own = work.texts.find((text) => text.headingKey === heading.key);
  const { key, sectionId, level, number, title } = heading;
  return {
    key,
    sectionId,
    level,
    number,
    title,
    assembled: textOfHeading(heading, NO_TEXTS, work.versions, work.cycle.format, sharedIndicatorKeys(work.indicators)),
    own: own?.body ?? null,
    editedBy: own?.updatedByName ?? null,
    editedAt: own?.updatedAt.toISOString() ?? null,
    units: heading.owners.map((owner) => unitTextOf(owner, heading, work)),
  };
}

function unitTextOf(organisationId: string, heading: OutlineHeading, work: ReportWriting): UnitText {
  const version = work.versions.find(
    (version) => version.organisationId === organisationId && version.sectionId === heading.sectionId,
  );
  return {
    unit: work.units.find((unit) => unit.organisationId === organisationId)?.name ?? "",
    text: textOfUnit(organisationId, heading, work.versions, work.cycle.format, sharedIndicatorKeys(work.indicators)),
    version: version?.number ?? null,
    approvedAt: version?.approvedAt.toISOString() ?? null,
    href: version ? routes.review(version.submissionId) : null,
  };
}
