"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ComposeLinks } from "@/components/compose/compose-work";
import { LinkIcon, PageIcon } from "@/components/icons";
import type { CellSaver } from "@/components/saving/cell-saver";
import { SaveStatus } from "@/components/saving/save-status";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { StateTag } from "@/components/ui/state-tag";
import type { FindingsByNeed } from "@/lib/domain/explanation";

type ComposeHeadProps = {
  year: number;
  saver: CellSaver;
  need: FindingsByNeed;
  /** Typed numbers that could be live ones. */
  bindable: number;
  locked: "final" | "published" | null;
  links: ComposeLinks;
  /** To the next error, or else the next warning without a reason. */
  onNext: () => void;
  onBindAll: () => void;
};

/** What is open in the text, what is saved, and the next step. */
export function ComposeHead(props: ComposeHeadProps): ReactNode {
  const { year, saver, need, bindable, locked, links, onNext, onBindAll } = props;
  const t = useTranslations("compose");
  const errors = need.errors.length;
  const warnings = need.warnings.length;
  const standing =
    errors > 0
      ? t("standing.errors", { errors, warnings })
      : warnings > 0
        ? t("standing.warnings", { warnings })
        : t("standing.clear");
  return (
    <>
      <div className="mid-h">
        <div className="grow">
          <h1>
            {t("headline", { year: String(year) })}{" "}
            <StateTag state={locked ? `report_${locked}` : "report_draft"} isBoxed />
          </h1>
          {locked ? null : <p className="sm sec">{standing}</p>}
        </div>
        <SaveStatus saver={saver} signInHref={links.signIn} isText />
        <div className="row row-w">
          {bindable > 0 ? (
            <Button kind="quiet" size="small" onClick={onBindAll}>
              <LinkIcon isSmall />
              {t("bindAll", { count: bindable })}
            </Button>
          ) : null}
          <ButtonLink size="small" href={links.preview} prefetch={false}>
            <PageIcon isSmall />
            {t("preview")}
          </ButtonLink>
          {errors + warnings > 0 && !locked ? (
            <Button size="small" kind="primary" onClick={onNext}>
              {t(errors > 0 ? "nextError" : "nextWarning")}
            </Button>
          ) : (
            <ButtonLink size="small" kind="primary" href={links.release} prefetch={false}>
              {t(locked ? "toRelease" : "release")}
            </ButtonLink>
          )}
        </div>
      </div>
      {locked ? (
        <div className="mid-al">
          <Alert kind="info">
            {t(locked === "final" ? "locked" : "lockedPublished")} <Link href={links.release}>{t("toRelease")}</Link>
          </Alert>
        </div>
      ) : null}
    </>
  );
}
