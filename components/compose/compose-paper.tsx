"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ComposeEditor, type EditorHandle, type TextMark } from "@/components/compose/compose-editor";
import { ComposeHeadingText } from "@/components/compose/compose-heading";
import {
  type Bindable,
  bindableOf,
  type ComposeHeading,
  type ComposeMaterial,
  lookupOf,
} from "@/components/compose/compose-model";
import type { CellSaver } from "@/components/saving/cell-saver";
import { useCellView } from "@/components/saving/use-cell-saver";
import { paragraphAnchor } from "@/lib/domain/anchor";
import { type Finding, PREFACE_KEY } from "@/lib/domain/check/finding";
import type { FigureLookup } from "@/lib/domain/narrative";

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
    <article className="paper ed" lang="zh-CN">
      <Preface {...props} lookup={lookup} />
      {material.sections.map((section) => {
        const own = material.headings.filter((heading) => heading.sectionId === section.id);
        const title = `${section.number}、${section.title}`;
        return (
          <section key={section.id} id={`heading-section-${section.id}`}>
            <h2>{title}</h2>
            {section.kind === "tables" ? (
              <p className="ed-note">
                {t("tables")} <Link href={`${tablesHref}?section=${section.id}`}>{t("openTables")}</Link>
              </p>
            ) : own.length === 0 ? (
              <p className="ed-note">{t("noHeadings")}</p>
            ) : null}
            {own.map((heading) => {
              const name = `${heading.number}${heading.title}`;
              return (
                <div key={heading.key}>
                  {name === "" ? null : heading.level <= 1 ? <h3>{name}</h3> : <h4>{name}</h4>}
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
    <div className={active === PREFACE_KEY ? "ed-h on" : "ed-h"} id={`heading-${PREFACE_KEY}`}>
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
    </div>
  );
}

const NO_UNITS: readonly (string | null)[] = [];

/** What is painted in one heading: findings where they are, and numbers that could be live. */
function marksOf(headingKey: string, findings: readonly Finding[], bindable: readonly Bindable[]): TextMark[] {
  const found = findings.flatMap((finding): TextMark[] => {
    if (finding.text?.headingKey !== headingKey || finding.severity === "info") return [];
    const number = bindableOf(finding, bindable) ?? finding.text;
    return [{ kind: finding.severity, start: number.start, end: number.end }];
  });
  const taken = (number: Bindable) => found.some((mark) => mark.start < number.end && mark.end > number.start);
  return [
    ...found,
    ...bindable
      .filter((number) => number.headingKey === headingKey && !taken(number))
      .map(({ start, end }): TextMark => ({ kind: "bindable", start, end })),
  ];
}
