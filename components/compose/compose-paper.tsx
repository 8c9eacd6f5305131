"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ComposeEditor, type EditorHandle, type TextMark } from "@/components/compose/compose-editor";
import { ComposeHeadingText, HeadingFrame } from "@/components/compose/compose-heading";
import {
  type Bindable,
  bindableOf,
  type ComposeHeading,
  type ComposeMaterial,
  lookupOf,
} from "@/components/compose/compose-model";
import type { CellSaver } from "@/components/saving/cell-saver";
import { useCellView } from "@/components/saving/use-cell-saver";
import { cn } from "@/components/ui/cn";
import { paragraphAnchor } from "@/lib/domain/anchor";
import { type Finding, PREFACE_KEY } from "@/lib/domain/check/finding";
import type { FigureLookup } from "@/lib/domain/narrative";

const HEADING = "indent-[2em] text-doc font-bold";

const NOTE = "indent-[2em] font-sans text-sm text-paper-ink-2";

type ComposePaperProps = {
  material: ComposeMaterial;
  saver: CellSaver;
  findings: readonly Finding[];
  bindable: readonly Bindable[];
  now: number;
  active: string;
  isReadOnly: boolean;
  tablesHref: string;
  onFocus: (headingKey: string) => void;
  register: (headingKey: string) => (handle: EditorHandle | null) => void;
};

/** The report's text on paper, heading by heading, as it will be printed. */
export function ComposePaper(props: ComposePaperProps): ReactNode {
  const { material, saver, findings, bindable, now, active, isReadOnly, tablesHref, onFocus, register } = props;
  const t = useTranslations("compose.heading");
  const lookup = lookupOf(material.values);
  const headingOf = (heading: ComposeHeading, label: string) => (
    <ComposeHeadingText
      key={heading.key}
      ref={register(heading.key)}
      heading={heading}
      label={label}
      saver={saver}
      lookup={lookup}
      marks={marksOf(heading.key, findings, bindable)}
      now={now}
      isActive={active === heading.key}
      isReadOnly={isReadOnly}
      onFocus={() => onFocus(heading.key)}
    />
  );
  return (
    <article
      className="min-h-full border border-b-0 border-paper-edge bg-paper px-13 pt-5 pb-10 font-doc text-doc text-paper-ink max-2xl:px-9 max-lg:border-x-0 max-lg:px-7 max-lg:pb-8"
      lang="zh-CN"
    >
      <Preface {...props} lookup={lookup} />
      {material.sections.map((section) => {
        const sectionHeadings = material.headings.filter((heading) => heading.sectionId === section.id);
        const title = `${section.number}、${section.title}`;
        return (
          <section key={section.id} className="scroll-mt-5" id={`heading-section-${section.id}`}>
            <h2 className="mt-5 mb-2 indent-[2em] font-sans text-lg leading-7.5 font-bold">{title}</h2>
            {section.kind === "tables" ? (
              <p className={NOTE}>
                {t("tables")} <Link href={`${tablesHref}?section=${section.id}`}>{t("openTables")}</Link>
              </p>
            ) : sectionHeadings.length === 0 ? (
              <p className={NOTE}>{t("noHeadings")}</p>
            ) : null}
            {sectionHeadings.map((heading) => {
              const name = `${heading.number}${heading.title}`;
              return (
                <div key={heading.key}>
                  {name === "" ? null : heading.level <= 1 ? (
                    <h3 className={cn(HEADING, "font-doc-kai")}>{name}</h3>
                  ) : (
                    <h4 className={HEADING}>{name}</h4>
                  )}
                  {headingOf(heading, name === "" ? t("single", { section: title }) : name)}
                </div>
              );
            })}
          </section>
        );
      })}
    </article>
  );
}

function Preface(props: ComposePaperProps & { lookup: FigureLookup }): ReactNode {
  const { saver, lookup, active, isReadOnly, onFocus, register } = props;
  const t = useTranslations("compose.heading");
  const anchor = paragraphAnchor(PREFACE_KEY);
  const { written } = useCellView(saver, anchor);
  return (
    <HeadingFrame headingKey={PREFACE_KEY} isActive={active === PREFACE_KEY}>
      <ComposeEditor
        ref={register(PREFACE_KEY)}
        label={t("prefaceLabel")}
        stored={written ?? ""}
        lookup={lookup}
        marks={marksOf(PREFACE_KEY, props.findings, props.bindable)}
        units={NO_UNITS}
        isReadOnly={isReadOnly}
        onFocus={() => onFocus(PREFACE_KEY)}
        onWrite={(text) => saver.write([{ cellKey: anchor, value: text }])}
      />
    </HeadingFrame>
  );
}

const NO_UNITS: readonly (string | null)[] = [];

/** The marks in one heading's text: findings, and numbers that could be live figures. */
function marksOf(headingKey: string, findings: readonly Finding[], bindable: readonly Bindable[]): TextMark[] {
  const found = findings.flatMap((finding): TextMark[] => {
    if (finding.text?.headingKey !== headingKey || finding.severity === "info") return [];
    const number = bindableOf(finding, bindable) ?? finding.text;
    return [{ kind: finding.severity, start: number.start, end: number.end }];
  });
  const isMarked = (number: Bindable) => found.some((mark) => mark.start < number.end && mark.end > number.start);
  return [
    ...found,
    ...bindable
      .filter((number) => number.headingKey === headingKey && !isMarked(number))
      .map(({ start, end }): TextMark => ({ kind: "bindable", start, end })),
  ];
}
