import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What the looks of the cells mean, under the table. */
export function FigureGridLegend({ unit, hasPrevious }: { unit: string; hasPrevious: boolean }): ReactNode {
  const t = useTranslations("grid");
  return (
    <div className="legend mt12 only-l">
      <span>
        <i>0</i>
        {t("legendZero")}
      </span>
      <span>
        <i className="lg-blank" />
        {t("legendBlank")}
      </span>
      <span>
        <i className="lg-sum" />
        {t("computed")}
      </span>
      <span>
        <i className="lg-comment" />
        {t("legendComment")}
      </span>
      <span>
        <i className="lg-conflict" />
        {t("legendConflict")}
      </span>
      {hasPrevious ? (
        <span>
          <span>3</span>
          {t("legendLastYear")}
        </span>
      ) : null}
      <span>{t("legendUnit", { unit })}</span>
    </div>
  );
}
