import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import type { WorkbookProblem } from "@/lib/domain/workbook-problem";

type WorkbookProblemsProps = { problems: readonly WorkbookProblem[]; more: number };

/** Everything that is wrong with a workbook, each with its sheet and cell; nothing of it was taken. */
export function WorkbookProblems({ problems, more }: WorkbookProblemsProps): ReactNode {
  const t = useTranslations("section.workbook");
  const common = useTranslations("common");
  const sectionOf = (found: string): string => {
    const id = SECTION_IDS.find((known) => known === found);
    return id === undefined ? found : common(`section.${id}`);
  };
  return (
    <Alert variant="error">
      <b>{t("wrong")}</b>
      <ul className="mt-1 list-disc pl-4">
        {problems.map(({ code, sheet, cell, expected, found }) => (
          <li key={`${code} ${sheet} ${cell}`}>
            {t(`problem.${code}`, {
              sheet,
              cell,
              expected: code === "other_section" ? sectionOf(expected) : expected || t("blank"),
              found: code === "other_section" ? sectionOf(found) : found || t("blank"),
            })}
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="mt-1">{t("more", { count: more })}</p> : null}
    </Alert>
  );
}
