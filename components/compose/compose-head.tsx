"use client";

import { FileIcon, LinkIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ComposeLinks } from "@/components/compose/compose-model";
import type { CellSaver } from "@/components/saving/cell-saver";
import { SaveStatus } from "@/components/saving/save-status";
import { useSaving } from "@/components/saving/use-cell-saver";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { StateBadge } from "@/components/ui/state-badge";
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
  /** Shows the newest state where saving cannot go on in this page, and keeps what was typed and not saved. */
  onReload: () => void;
};

/** What is open in the text, what is saved, and the next step. */
export function ComposeHead(props: ComposeHeadProps): ReactNode {
  const { year, saver, need, bindable, locked, links, onNext, onBindAll, onReload } = props;
  const t = useTranslations("compose");
  const outdated = useTranslations("common.unanswered");
  const stale = useTranslations("common.stale");
  const { state, isStale } = useSaving(saver);
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
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-6 py-3 max-md:px-4">
        <div className="min-w-0 flex-1 basis-60">
          <h1 className="text-lg leading-6">
            {t("headline", { year: String(year) })}{" "}
            <StateBadge
              className="ml-1.5 align-[2px]"
              state={locked ? `report_${locked}` : "report_draft"}
              variant="boxed"
            />
          </h1>
          {locked ? null : <p className="text-sm text-ink-2">{standing}</p>}
        </div>
        <SaveStatus saver={saver} signInHref={links.signIn} isText />
        {isStale ? (
          <Button size="sm" onClick={onReload}>
            {state === "outdated" ? outdated("reload") : stale("reload")}
          </Button>
        ) : null}
        <div className="flex flex-wrap items-center gap-2">
          {bindable > 0 ? (
            <Button variant="ghost" size="sm" onClick={onBindAll}>
              <LinkIcon className="size-3.5" />
              {t("bindAll", { count: bindable })}
            </Button>
          ) : null}
          <ButtonLink size="sm" href={links.preview} prefetch={false}>
            <FileIcon className="size-3.5" />
            {t("preview")}
          </ButtonLink>
          {errors + warnings > 0 && !locked ? (
            <Button size="sm" variant="primary" onClick={onNext}>
              {t(errors > 0 ? "nextError" : "nextWarning")}
            </Button>
          ) : (
            <ButtonLink size="sm" variant="primary" href={links.release} prefetch={false}>
              {t(locked ? "toRelease" : "release")}
            </ButtonLink>
          )}
        </div>
      </div>
      {locked ? (
        <div className="px-6 pb-3 max-md:px-4">
          <Alert variant="info">
            {t(locked === "final" ? "locked" : "lockedPublished")} <Link href={links.release}>{t("toRelease")}</Link>
          </Alert>
        </div>
      ) : null}
    </>
  );
}
