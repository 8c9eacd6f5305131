import { randomUUID } from "node:crypto";
import { type Db, withActor } from "@/db/connect";
import type { DemonstrationUnit } from "@/db/demo/district";
import { DEMONSTRATION_OUTLINE } from "@/db/demo/district";
import { getNewestCycle } from "@/db/queries/cycles";
import { listSubmissions } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import type { SectionId } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";
import { Refusal } from "@/lib/domain/refusal";
import type { SubmissionWork } from "@/lib/domain/section-work";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { declareNil } from "@/lib/services/declare-nil";
import { explainFinding } from "@/lib/services/explain-finding";
import { getSubmissionWork } from "@/lib/services/load-submission";
import { saveFigures } from "@/lib/services/save-figures";
import { saveParagraph } from "@/lib/services/save-paragraph";
import { submitSection } from "@/lib/services/submit-section";

/** Does a unit's share of the demonstration's work through the services that people use. */
export class UnitDesk {
  readonly #db: Db;
  readonly #actor: Actor;
  readonly #unit: DemonstrationUnit;

  constructor(db: Db, actor: Actor, unit: DemonstrationUnit) {
    this.#db = db;
    this.#actor = actor;
    this.#unit = unit;
  }

  async find(sectionId: SectionId): Promise<SubmissionEntry> {
    const entry = await withActor(this.#db, this.#actor, async (tx) => {
      const cycle = await getNewestCycle(tx, { districtId: this.#actor.districtId });
      const entries = cycle ? await listSubmissions(tx, { scope: this.#actor.scope, cycleId: cycle.id }) : [];
      return entries.find((entry) => entry.sectionId === sectionId);
    });
    if (!entry) throw new Refusal("not_found");
    return entry;
  }

  async load(sectionId: SectionId): Promise<SubmissionWork> {
    const { id } = await this.find(sectionId);
    const work = await withActor(this.#db, this.#actor, (tx) => getSubmissionWork(tx, this.#actor, id));
    if (!work) throw new Refusal("not_found");
    return work;
  }

  /** Fills in what the unit reported; `instead` replaces single cells, `only` leaves the others blank. */
  async fillFigures(
    sectionId: SectionId,
    at: Date,
    options: { instead?: Record<string, string>; only?: readonly string[] } = {},
  ): Promise<void> {
    const work = await this.load(sectionId);
    const indicators = new Map(
      this.#unit.indicators.map((indicator) => [`indicators.${indicator.key}`, indicator.value]),
    );
    const cells = listSectionCells(work.cycle.format, sectionId).flatMap((cell) => (cell.sumOf ? [] : [cell.key]));
    const reported = [
      ...cells.map((key): [string, string] => [key, options.instead?.[key] ?? this.#unit.figures[key] ?? "0"]),
      ...work.indicators.map((indicator): [string, string] => {
        const key = `indicators.${indicator.key}`;
        return [key, indicators.get(key) ?? "0"];
      }),
    ].filter(([key]) => !options.only || options.only.includes(key));
    const changes = reported
      .map(([cellKey, value]) => ({ cellKey, seen: work.values[cellKey] ?? null, value }))
      .filter((change) => change.seen !== change.value);
    if (changes.length === 0) return;
    await saveFigures(
      this.#db,
      this.#actor,
      { requestId: randomUUID(), submissionId: work.submission.id, changes },
      at,
    );
  }

  /** Writes the unit's paragraphs; `instead` replaces the text of a heading. */
  async writeParagraphs(sectionId: SectionId, at: Date, instead: Readonly<Record<string, string>> = {}): Promise<void> {
    const work = await this.load(sectionId);
    for (const heading of work.outline) {
      const source = DEMONSTRATION_OUTLINE.find((entry) => entry.key === heading.key);
      const from = source?.texts.find((text) => text.unit === this.#unit.id)?.from ?? heading.key;
      const value = instead[heading.key] ?? this.#unit.narrative[from] ?? "";
      const seen = work.paragraphs.find((paragraph) => paragraph.headingKey === heading.key)?.body ?? "";
      if (value === seen) continue;
      await saveParagraph(
        this.#db,
        this.#actor,
        { requestId: randomUUID(), submissionId: work.submission.id, headingKey: heading.key, seen, value },
        at,
      );
    }
  }

  async declareNil(sectionId: SectionId, at: Date): Promise<void> {
    const entry = await this.find(sectionId);
    await declareNil(
      this.#db,
      this.#actor,
      { requestId: randomUUID(), submissionId: entry.id, expectedRevision: entry.revision },
      at,
    );
  }

  /** Explains what is still a warning, then submits. */
  async submit(sectionId: SectionId, at: Date, explanation = "已与业务台账核对，数据无误。"): Promise<void> {
    const work = await this.load(sectionId);
    const explained = new Set(work.explanations.map((explanation) => explanation.findingId));
    for (const finding of work.findings.filter(
      (finding) => finding.severity === "warning" && !explained.has(finding.id),
    )) {
      const input = {
        requestId: randomUUID(),
        submissionId: work.submission.id,
        findingId: finding.id,
        body: explanation,
      };
      await explainFinding(this.#db, this.#actor, input, at);
    }
    const { id, revision } = await this.find(sectionId);
    await submitSection(
      this.#db,
      this.#actor,
      { requestId: randomUUID(), submissionId: id, expectedRevision: revision },
      at,
    );
  }
}
