import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FigureGrid } from "@/components/grid/figure-grid";
import type { GridFinding } from "@/components/grid/figure-grid-marks";
import { useLiveTotals } from "@/components/grid/use-live-totals";
import { useCellSaver } from "@/components/saving/use-cell-saver";
import type { Figures } from "@/lib/domain/cell";
import type { SectionId } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";
import { annualReport2021 } from "@/lib/formats/annual-report-2021";
import { localizeFormat } from "@/lib/formats/localize-format";
import type { Locale } from "@/lib/i18n/locale";
import { pickMessages } from "@/lib/i18n/messages";

type Options = {
  sectionId?: SectionId;
  locale?: Locale;
  figures?: Figures;
  isReadOnly?: boolean;
  findings?: GridFinding[];
};

function Page({ sectionId = "requests", locale = "zh-CN", figures = {}, ...rest }: Options) {
  const format = localizeFormat(annualReport2021, locale);
  const saver = useCellSaver(figures, () => new Promise(() => {}));
  const totals = useLiveTotals(saver, format, sectionId);
  return <FigureGrid format={format} sectionId={sectionId} saver={saver} totals={totals} {...rest} />;
}

const AREAS = ["common", "grid"] as const;
const MESSAGES = { "zh-CN": await pickMessages("zh-CN", AREAS), en: await pickMessages("en", AREAS) };

/** The HTML of the server, before any script has run. */
function draw(options: Options = {}): string {
  const { locale = "zh-CN" } = options;
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} timeZone="Asia/Shanghai">
      <Page {...options} />
    </NextIntlClientProvider>,
  );
}

/** An attribute of the input that is named so; null without such an input. */
function attributeOf(html: string, name: string, attribute: string): string | null {
  const tag = html.match(/<input[^>]*>/g)?.find((input) => input.includes(`name="${name}"`)) ?? "";
  return new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1] ?? null;
}

/** The classes of the cell in which an input stands. */
function cellAttribute(html: string, name: string, attribute: string): string | undefined {
  const cell = html.split("<td ").find((part) => part.includes(`name="${name}"`)) ?? "";
  return new RegExp(`${attribute}="([^"]*)"`).exec(cell)?.[1];
}

const inputs = listSectionCells(annualReport2021, "requests").filter((cell) => !cell.sumOf);

describe("FigureGrid without JavaScript", () => {
  it("is a form of plain inputs, each beside the value it was drawn with", () => {
    const html = draw({ figures: { "requests.granted.business": "7" } });
    expect(inputs.filter(({ key }) => attributeOf(html, `figure:${key}`, "value") === null)).toEqual([]);
    expect(inputs.filter(({ key }) => attributeOf(html, `seen:figure:${key}`, "value") === null)).toEqual([]);
    expect(html.match(/name="figure:/g)).toHaveLength(inputs.length);
    expect(attributeOf(html, "figure:requests.granted.business", "value")).toBe("7");
    expect(attributeOf(html, "seen:figure:requests.granted.business", "value")).toBe("7");
    expect(attributeOf(html, "figure:requests.granted.business", "aria-label")).toBe("（一）予以公开，商业企业");
  });

  it("offers no input for what is computed, and nothing to type when it is only read", () => {
    expect(attributeOf(draw(), "figure:requests.outcome_total.business", "value")).toBeNull();
    expect(draw({ isReadOnly: true }).match(/<input/g)).toBeNull();
  });
});

describe("FigureGrid", () => {
  it("distinguishes zero, blank and invalid values", () => {
    const html = draw({
      figures: {
        "requests.granted.business": "0",
        "requests.granted.research": null,
        "requests.granted.welfare": "7件",
      },
    });
    expect(cellAttribute(html, "figure:requests.granted.business", "data-value")).toBe("zero");
    expect(cellAttribute(html, "figure:requests.granted.research", "data-value")).toBe("blank");
    expect(cellAttribute(html, "figure:requests.granted.welfare", "data-mark")).toBe("error");
    expect(attributeOf(html, "figure:requests.granted.welfare", "aria-invalid")).toBe("true");
    expect(attributeOf(html, "figure:requests.granted.research", "aria-invalid")).toBeNull();
  });

  it("puts the sentence of an error under its row and ties it to the cell", () => {
    const finding: GridFinding = {
      id: "1",
      severity: "error",
      cells: ["requests.granted.business", "requests.received.business"],
      sentence: "少 1 件。",
      terms: ["2 + 0 = 2"],
    };
    const html = draw({ findings: [finding] });
    const said = "say-cell-requests-granted-business";
    expect(attributeOf(html, "figure:requests.granted.business", "aria-describedby")).toBe(said);
    const sentence = html.split("<tr").find((row) => row.includes(`id="${said}"`)) ?? "";
    expect(sentence).toContain("少 1 件。");
    expect(sentence).toContain("2 + 0 = 2");
    expect(sentence).toContain('href="#cell-requests-received-business"');
    // The vertical label stands beside the row that came in between as well.
    const spans = [...html.matchAll(/rowSpan="(\d+)"/gi)].map(([, span]) => Number(span));
    expect(Math.max(...spans)).toBe(23);
  });

  it("is in English for English readers, with the official labels marked as Chinese", () => {
    const english = draw({ locale: "en" });
    expect(attributeOf(english, "figure:requests.granted.business", "aria-label")).toBe("(1) Granted, Businesses");
    expect(english.includes('lang="zh-CN"')).toBe(false);
    expect(draw().includes('lang="zh-CN"')).toBe(true);
  });

  it("draws a section of several tables in one frame", () => {
    const html = draw({ sectionId: "active" });
    expect(html.match(/<table/g)).toHaveLength(4);
    expect(html.match(/<caption>.*?<\/caption>/g)?.[0]).toBe("<caption>第二十条第（一）项</caption>");
  });
});
