import { ChevronDownIcon, LinkIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { valueStateOf } from "@/components/official-table/figure-state";
import { PaperTable } from "@/components/official-table/paper-table";
import { PaperChart } from "@/components/public/public-charts";
import { FigureLink, type FigureSource, FigureUnits, traceShown } from "@/components/public/public-figure-link";
import { ReportTitle } from "@/components/public/report-title";
import { cn } from "@/components/ui/cn";
import type { Figures } from "@/lib/domain/cell";
import type { FormatSection } from "@/lib/domain/format";
import { type Chart, chartsOfSection } from "@/lib/domain/report-charts";
import type { ReportHeading, ReportSection, Segment } from "@/lib/domain/report-document";
import { formatFullDay } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";

const HINT = "mt-2 font-sans text-sm text-paper-ink-2 indent-0";
const FOLDED_ROWS = 20;
const FOLDED_COLUMNS = 6;

type PublicPaperProps = FigureSource & {
  /** The year before, for the charts. */
  previousFigures: Figures | null;
  /** False where the office wants the tables alone. */
  hasCharts: boolean;
  /** Downloads on a phone, where they come before the text. */
  downloads: ReactNode;
  /** What is said about this version: corrected, or a correction. */
  notice: ReactNode;
};

/** A published report as a document to be read, its figures leading to where they come from. */
export function PublicPaper(props: PublicPaperProps): ReactNode {
  const { document, hrefOfFigure, previousFigures, hasCharts, downloads, notice } = props;
  const t = useTranslations("public.report");
  const locale = useLocale();
  const source = { document, hrefOfFigure };
  return (
    <article className="report-document relative" lang="zh-CN">
      <h1>
        <ReportTitle title={document.title} />
      </h1>
      <div className="document-meta" lang={locale}>
        <span>{document.office || document.district}</span>
        {document.publishedOn ? (
          <span>
            {t("published", { day: formatFullDay(new Date(`${document.publishedOn}T12:00:00+08:00`), locale) })}
          </span>
        ) : null}
        <span>{t("version", { version: document.version })}</span>
      </div>
      <hr className="document-rule" />
      <div lang={locale}>{downloads}</div>
      {notice}
      <Paragraphs paragraphs={document.preface} id="preface" source={source} />
      {document.sections.map((section) => (
        <Section
          key={section.id}
          section={section}
          source={source}
          charts={hasCharts ? chartsOfSection({ ...document, previousFigures }, section.id) : []}
        />
      ))}
      {document.notes.length > 0 ? (
        <section className="document-notes">
          <h2>{t("notes")}</h2>
          {document.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
      ) : null}
    </article>
  );
}

type SectionProps = { section: ReportSection; source: FigureSource; charts: readonly Chart[] };

function Section({ section, source, charts }: SectionProps): ReactNode {
  const t = useTranslations("public.report");
  const locale = useLocale();
  const form = source.document.format.sections.find((candidate) => candidate.id === section.id);
  const isTraced = form !== undefined && form.tables.length > 0 && Object.keys(source.document.provenance).length > 0;
  return (
    <section id={section.id}>
      <h2>
        {section.number}、{section.title}
      </h2>
      {section.headings.map((heading) => (
        <Heading key={heading.key} heading={heading} source={source} />
      ))}
      {section.kind === "narrative" && section.headings.length === 0 ? (
        <p className={HINT} lang={locale}>
          {t("notRead")}
        </p>
      ) : null}
      {form && !(isFolded(form) && charts.length > 0) ? <Tables form={form} source={source} /> : null}
      {isTraced ? (
        <p className={cn(HINT, "print:hidden")} lang={locale}>
          <LinkIcon className="size-3.5" /> {t("hint")}
        </p>
      ) : null}
      {charts.map((chart) => (
        <PaperChart key={chart.id} chart={chart} />
      ))}
      {form && isFolded(form) && charts.length > 0 ? (
        <details className="group mt-4 border border-paper-line font-sans text-base print:border-0 print:details-content:[content-visibility:visible]">
          <summary className="p-2.25 text-center text-accent hover:underline print:hidden" lang={locale}>
            {t("openTable", { rows: rowsOf(form), columns: columnsOf(form) })}
            <ChevronDownIcon className="size-3.5 group-open:rotate-180" />
          </summary>
          <Tables form={form} source={source} />
        </details>
      ) : null}
    </section>
  );
}

function Heading({ heading, source }: { heading: ReportHeading; source: FigureSource }): ReactNode {
  const label = `${heading.number}${heading.title}`;
  return (
    <>
      {label === "" ? null : heading.level <= 1 ? <h3>{label}</h3> : <h4>{label}</h4>}
      <Paragraphs paragraphs={heading.paragraphs} id={heading.key} source={source} />
    </>
  );
}

type ParagraphsProps = { paragraphs: readonly Segment[][]; id: string; source: FigureSource };

function Paragraphs({ paragraphs, id, source }: ParagraphsProps): ReactNode {
  return paragraphs.map((segments, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a published text do not move.
    <Paragraph key={index} segments={segments} id={`text.${id}.${index + 1}`} source={source} />
  ));
}

/** A paragraph with what its figures open standing under it. */
function Paragraph({ segments, id, source }: { segments: readonly Segment[]; id: string; source: FigureSource }) {
  const pieces = segments.map((segment, index) => {
    const trace = segment.kind === "figure" ? traceShown(source.document, segment.cellKey) : null;
    return { segment, trace, id: `${id}.${index + 1}` };
  });
  return (
    <div className="relative">
      <p>
        {pieces.map(({ segment, trace, id: place }) => {
          if (trace)
            return (
              <FigureLink key={place} className="font-sans text-doc-sm" source={source} trace={trace} id={place} />
            );
          return segment.kind === "text" ? segment.text : formatFigure(segment.value);
        })}
      </p>
      {pieces.map(({ trace, id: place }) =>
        trace ? <FigureUnits key={place} source={source} trace={trace} id={place} /> : null,
      )}
    </div>
  );
}

function rowsOf(form: FormatSection): number {
  return form.tables.reduce((sum, table) => sum + table.rows.length, 0);
}

function columnsOf(form: FormatSection): number {
  return Math.max(0, ...form.tables.map((table) => table.columns.length));
}

/** A long and wide table is folded: its charts say what is in it, and opening it is one press. */
function isFolded(form: FormatSection): boolean {
  return rowsOf(form) > FOLDED_ROWS && columnsOf(form) > FOLDED_COLUMNS;
}

function Tables({ form, source }: { form: FormatSection; source: FigureSource }): ReactNode {
  const figures = useTranslations("common.figure");
  const { document } = source;
  if (form.tables.length === 0) return null;
  return (
    <div className="max-w-full max-md:overflow-x-auto">
      <PaperTable
        tables={form.tables}
        label={form.title}
        className={cn(
          columnsOf(form) > FOLDED_COLUMNS
            ? "text-xs max-md:min-w-155 [&_tbody_th]:text-left [&_:is(th,td)]:px-1 [&_:is(th,td)]:py-1.25"
            : "max-md:text-xs max-md:[&_:is(th,td)]:px-1",
        )}
        figureState={(key) => ({ value: valueStateOf(document.figures[key] ?? null) })}
        renderFigure={(key) => {
          const trace = traceShown(document, key);
          if (!trace) return formatFigure(document.figures[key] ?? null) || figures("blank");
          return (
            <>
              <FigureLink source={source} trace={trace} id={`cell.${key}`} />
              <FigureUnits source={source} trace={trace} id={`cell.${key}`} />
            </>
          );
        }}
      />
    </div>
  );
}
