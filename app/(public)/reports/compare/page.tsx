import { DownloadIcon } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readComparisonQuery } from "@/app/(public)/reports/compare/comparison-query";
import { PublicComparison } from "@/components/public/public-comparison";
import { PublicPage } from "@/components/public/public-page";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Empty } from "@/components/ui/empty";
import { Input } from "@/components/ui/input";
import { type Choice, Select } from "@/components/ui/select";
import { describeCell, type LocatedCell } from "@/lib/domain/cell";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import { COMPARED_BODIES, type Comparison } from "@/lib/domain/compare-reports";
import { FORMATS, getFormat } from "@/lib/formats";
import { localizeFormat } from "@/lib/formats/localize-format";
import { type ComparisonQuestion, loadComparison, OFFERED_BODIES } from "@/lib/services/load-comparison";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.compare"))("title") };
}

/** One figure of published reports, body by body and year by year; the address holds what is compared. */
export default async function ComparePage({ searchParams }: PageProps<"/reports/compare">) {
  const query = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((text): [string, string] => [name, text]),
  );
  const question = readComparisonQuery(new URLSearchParams(query));
  const { comparison, offered, isCut } = await loadComparison(getDb(), question, new Date());
  const [t, locale] = await Promise.all([getTranslations("public.compare"), getLocale()]);
  const cells = FORMATS.map((format) => cellsOf(localizeFormat(format, locale)));
  const located = cells.findLast((known) => known.has(question.cellKey))?.get(question.cellKey);
  const chosen = comparison.bodies.map(({ districtId }) => districtId);
  const address = { figure: question.cellKey, bodies: chosen };
  return (
    <PublicPage district={null} width="list">
      <h1>{t("title")}</h1>
      <p className="mt-2 text-ink-2">{t("lead")}</p>
      <CompareForm question={question} offered={offeredWith(offered, comparison)} chosen={chosen} isCut={isCut} />
      {comparison.bodies.length === 0 ? (
        <Card>
          <Empty title={t("none")}>{t("noneText")}</Empty>
        </Card>
      ) : (
        <>
          <FormsNotice comparison={comparison} />
          <PublicComparison
            comparison={comparison}
            place={located ? describeCell(located) : question.cellKey}
            unit={located?.cell.unit ?? ""}
            hrefOf={(reportId) => routes.publicFigure(reportId, question.cellKey)}
          />
          <p className="mt-4 flex flex-wrap gap-2">
            {(["csv", "json"] as const).map((type) => (
              <a
                key={type}
                className={buttonVariants()}
                href={routes.compareReports(address, `figures.${type}`)}
                download
              >
                <DownloadIcon />
                {type.toUpperCase()}
              </a>
            ))}
          </p>
          <p className="mt-3 text-sm text-ink-2">
            {t("share")} <a href={routes.compareReports(address)}>{t("address")}</a>
          </p>
        </>
      )}
    </PublicPage>
  );
}

/** What was found by its name, and what is compared already: it stays chosen while somebody looks for another. */
function offeredWith(offered: readonly { districtId: string; name: string }[], { bodies }: Comparison) {
  const known = new Set(offered.map(({ districtId }) => districtId));
  return [...bodies.filter(({ districtId }) => !known.has(districtId)), ...offered];
}

type CompareFormProps = {
  question: ComparisonQuestion;
  offered: readonly { districtId: string; name: string }[];
  chosen: readonly string[];
  isCut: boolean;
};

/** Chooses the figure and the bodies; a plain form, so that the address can be passed on. */
async function CompareForm({ question, offered, chosen, isCut }: CompareFormProps) {
  const [t, choices] = await Promise.all([getTranslations("public.compare"), listFigures()]);
  return (
    <form className="mt-4 mb-5 space-y-3" action={routes.compareReports()}>
      <div>
        <label className="block text-sm" htmlFor="compare-figure">
          {t("figure")}
        </label>
        <Select
          className="mt-1 w-100 max-md:w-full"
          id="compare-figure"
          name="figure"
          defaultValue={question.cellKey}
          choices={choices}
        />
      </div>
      <fieldset>
        <legend className="text-sm">{t("bodies", { count: COMPARED_BODIES })}</legend>
        <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
          {offered.map(({ districtId, name }) => (
            <Checkbox key={districtId} name="body" value={districtId} defaultChecked={chosen.includes(districtId)}>
              {name}
            </Checkbox>
          ))}
        </div>
        {isCut || question.search ? (
          <p className="mt-2 flex flex-wrap items-center gap-2 text-sm text-ink-2">
            <label htmlFor="compare-find">{t("find", { count: OFFERED_BODIES })}</label>
            <Input className="w-65" id="compare-find" name="q" type="search" defaultValue={question.search ?? ""} />
          </p>
        ) : null}
      </fieldset>
      <button className={buttonVariants({ variant: "primary" })} type="submit">
        {t("compare")}
      </button>
    </form>
  );
}

/** Every figure of every form, newest form first: what an older one alone asked for stands under its years. */
async function listFigures(): Promise<Choice[]> {
  const [t, locale] = await Promise.all([getTranslations("public.compare"), getLocale()]);
  const seen = new Set<string>();
  return [...FORMATS].reverse().flatMap((form, index) => {
    const format = localizeFormat(form, locale);
    const fresh = [...cellsOf(format)].filter(([key]) => !seen.has(key));
    for (const [key] of fresh) seen.add(key);
    const years = t("formYears", { first: String(format.years.first), last: String(format.years.last ?? "none") });
    const titles = new Map(format.sections.map(({ id, title }) => [id, title]));
    const groupOf = ({ sectionId }: LocatedCell) => `${titles.get(sectionId) ?? ""}${index === 0 ? "" : years}`;
    return fresh.map(([value, located]) => ({ value, label: describeCell(located), group: groupOf(located) }));
  });
}

/** Says where the years have different forms: the same words may count something else. */
async function FormsNotice({ comparison: { forms } }: { comparison: Comparison }) {
  if (forms.length < 2) return null;
  const t = await getTranslations("public.compare");
  const list = (await getTranslations("common"))("listSeparator");
  return (
    <Alert className="mb-4" variant="info">
      <b>{t("forms")}</b>{" "}
      {forms
        .map(({ formatId, years }) =>
          t("form", { first: String(getFormat(formatId)?.years.first ?? years[0]), years: years.join(list) }),
        )
        .join(t("formSeparator"))}
    </Alert>
  );
}
