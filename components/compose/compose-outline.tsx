import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type ComposeHeading, type ComposeMaterial, lookupOf, textOf } from "@/components/compose/compose-model";
import type { CellSaver } from "@/components/saving/cell-saver";
import { cn } from "@/components/ui/cn";
import { StateIcon } from "@/components/ui/state-badge";
import { type Finding, PREFACE_KEY } from "@/lib/domain/check/finding";
import type { SectionId } from "@/lib/domain/format";
import { mapNarrative } from "@/lib/domain/narrative-map";

type ComposeOutlineProps = {
  material: ComposeMaterial;
  saver: CellSaver;
  findings: readonly Finding[];
  active: string;
  onGo: (headingKey: string) => void;
};

/** The report's headings with what is wrong or empty there; choosing one goes to its text. */
export function ComposeOutline({ material, saver, findings, active, onGo }: ComposeOutlineProps): ReactNode {
  const t = useTranslations("compose.outline");
  const wrong = new Set(
    findings.flatMap((finding) => (finding.severity === "error" && finding.text ? [finding.text.headingKey] : [])),
  );
  const lengths = new Map(
    material.headings.map((heading) => [heading.key, lengthOf(textOf(heading, saver), material)]),
  );
  const total = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  return (
    <nav
      className="overflow-auto border-r border-line bg-surface max-lg:border-r-0 max-lg:border-b"
      aria-label={t("title")}
    >
      <div className="flex items-center justify-between px-4 pt-3 pb-2 font-bold">
        <span>{t("title")}</span>
        <span className="text-xs font-normal text-ink-3">{t("characters", { count: total })}</span>
      </div>
      <ul>
        <OutlineItem
          level={1}
          label={t("preface")}
          isWrong={wrong.has(PREFACE_KEY)}
          isActive={active === PREFACE_KEY}
          onGo={() => onGo(PREFACE_KEY)}
        />
        {material.sections.map((section) => {
          const sectionHeadings = material.headings.filter((heading) => heading.sectionId === section.id);
          const [only] = sectionHeadings;
          const isOne = sectionHeadings.length === 1 && only !== undefined && nameOf(only) === "";
          const lead = isOne ? only : sectionHeadings.find((heading) => nameOf(heading) === "");
          return (
            <OutlineSection key={section.id}>
              <OutlineItem
                level={1}
                label={`${section.number}、${section.title}`}
                remark={remarkOf(section.id, section.kind)}
                isWrong={lead !== undefined && wrong.has(lead.key)}
                isEmpty={isOne && lengths.get(only.key) === 0}
                isActive={lead !== undefined && active === lead.key}
                onGo={() => onGo(lead?.key ?? sectionHeadings[0]?.key ?? `section-${section.id}`)}
              />
              {sectionHeadings
                .filter((heading) => nameOf(heading) !== "")
                .map((heading) => (
                  <OutlineItem
                    key={heading.key}
                    level={heading.level <= 1 ? 2 : 3}
                    label={nameOf(heading)}
                    isWrong={wrong.has(heading.key)}
                    isEmpty={lengths.get(heading.key) === 0}
                    isActive={active === heading.key}
                    onGo={() => onGo(heading.key)}
                  />
                ))}
            </OutlineSection>
          );
        })}
      </ul>
    </nav>
  );

  /** Section 一 says how long it is where the notice sets a length; a section of tables says that it is one. */
  function remarkOf(sectionId: SectionId, kind: "narrative" | "tables"): string | undefined {
    if (kind === "tables") return t("tables");
    const limit = material.subject.format.overviewMaxCharacters;
    if (sectionId !== "overview" || limit === null) return undefined;
    const count = material.headings
      .filter((heading) => heading.sectionId === sectionId)
      .reduce((sum, heading) => sum + (lengths.get(heading.key) ?? 0), 0);
    return t("ofLimit", { count, limit });
  }
}

function OutlineSection({ children }: { children: ReactNode }): ReactNode {
  return children;
}

type OutlineItemProps = {
  level: 1 | 2 | 3;
  label: string;
  remark?: string | undefined;
  isWrong?: boolean;
  isEmpty?: boolean;
  isActive: boolean;
  onGo: () => void;
};

const BY_LEVEL = { 1: "mt-1 pl-4 text-ink", 2: "pl-7.5 text-ink-2", 3: "pl-10.5 text-ink-2" } as const;

function OutlineItem({ level, label, remark, isWrong, isEmpty, isActive, onGo }: OutlineItemProps): ReactNode {
  const t = useTranslations("compose.outline");
  return (
    <li>
      <button
        type="button"
        className={cn(
          "flex w-full items-center gap-1.5 py-1.25 pr-3.5 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2 aria-[current]:bg-accent-soft aria-[current]:font-bold aria-[current]:text-ink aria-[current]:inset-shadow-edge max-md:min-h-row-lg",
          BY_LEVEL[level],
        )}
        aria-current={isActive ? "true" : undefined}
        onClick={onGo}
      >
        <span className="min-w-0 flex-1">{label}</span>
        {remark ? <span className="text-xs whitespace-nowrap text-ink-3">{remark}</span> : null}
        {isWrong ? (
          <span className="text-danger">
            <StateIcon state="error" className="size-3.5" />
            <span className="sr-only">{t("error")}</span>
          </span>
        ) : null}
        {isEmpty ? <span className="text-xs whitespace-nowrap text-warn">{t("empty")}</span> : null}
      </button>
    </li>
  );
}

function nameOf(heading: ComposeHeading): string {
  return `${heading.number}${heading.title}`;
}

function lengthOf(text: string, material: ComposeMaterial): number {
  return [...mapNarrative(text, lookupOf(material.values)).printed.replace(/\s/g, "")].length;
}
