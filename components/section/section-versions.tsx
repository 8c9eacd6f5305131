import { HistoryIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/dialog";
import { Empty } from "@/components/ui/empty";
import { Remark } from "@/components/ui/remark";
import { headingOfAnchor } from "@/lib/domain/anchor";
import type { SubmissionWork } from "@/lib/domain/section-work";
import { listChanges } from "@/lib/domain/version-changes";
import { formatMoment } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";
import { usePlaceOf } from "./section-frame";

/** More changes than this are counted, not listed. */
const MOST_LISTED = 12;

/** Every version that was submitted, newest first, with what it changed. */
export function SectionVersions({ work, now }: { work: SubmissionWork; now: Date }): ReactNode {
  const t = useTranslations("section.versions");
  const tools = useTranslations("section.tools");
  const locale = useLocale();
  return (
    <Drawer
      title={t("title")}
      kicker={t("kicker")}
      trigger={
        <Button>
          <HistoryIcon />
          {tools("versions")}
        </Button>
      }
    >
      {work.versions.length === 0 ? <Empty title={t("none")}>{tools("noVersions")}</Empty> : null}
      <ol>
        {work.versions.map((version, index) => (
          <Remark key={version.id}>
            <p>
              <b>{t("item", { version: version.number })}</b>
              {version.isNil ? `　${t("nil")}` : null}
              {version.number > work.submission.latestVersion ? `　${t("notCounted")}` : null}
            </p>
            <p className="text-sm text-ink-2">
              {t("by", { who: version.submittedByName, when: formatMoment(version.submittedAt, now, locale) })}
            </p>
            <p className="font-mono text-xs">{t("receipt", { receipt: version.receipt })}</p>
            <VersionChanges work={work} index={index} />
          </Remark>
        ))}
      </ol>
    </Drawer>
  );
}

function VersionChanges({ work, index }: { work: SubmissionWork; index: number }): ReactNode {
  const t = useTranslations("section.versions");
  const conflict = useTranslations("section.conflict");
  const placeOf = usePlaceOf(work);
  const version = work.versions[index];
  const before = work.versions[index + 1];
  if (!version) return null;
  if (!before) return <p className="text-sm text-ink-3">{t("first")}</p>;
  const changes = listChanges(before.content, version.content);
  if (changes.length === 0) return <p className="text-sm text-ink-3">{t("same")}</p>;
  const word = (value: string | null) => formatFigure(value) || conflict("blank");
  return (
    <>
      <p className="text-sm">{t("changes", { count: changes.length })}</p>
      <ul className="text-sm text-ink-2">
        {changes.slice(0, MOST_LISTED).map(({ key, before: was, after }) => (
          <li key={key}>
            {headingOfAnchor(key) === null
              ? t("change", { place: placeOf(key), before: word(was), after: word(after) })
              : t("paragraph", { place: placeOf(key) })}
          </li>
        ))}
        {changes.length > MOST_LISTED ? <li>{t("more", { count: changes.length - MOST_LISTED })}</li> : null}
      </ul>
    </>
  );
}
