"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ComposeFigures } from "@/components/compose/compose-figures";
import { ComposeFindings } from "@/components/compose/compose-findings";
import type { Bindable, ComposeHeading, ComposeLinks, ComposeMaterial } from "@/components/compose/compose-model";
import { ComposeNotes } from "@/components/compose/compose-notes";
import { ComposeUnits } from "@/components/compose/compose-units";
import type { UnitsBehindCall } from "@/components/compose/use-units-behind";
import { RepeatedSections } from "@/components/findings/repeated-sections";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { Finding, TextPlace } from "@/lib/domain/check/finding";
import type { FindingsByNeed } from "@/lib/domain/explanation";
import type { RepeatedSection } from "@/lib/domain/repeated-share";
import type { FormAction } from "@/lib/web/form-action";

type ComposePanelProps = {
  material: ComposeMaterial;
  links: ComposeLinks;
  now: number;
  need: FindingsByNeed;
  findings: readonly Finding[];
  bindable: readonly Bindable[];
  /** Each written section beside last year's; empty where there is none to compare with. */
  repeated: readonly RepeatedSection[];
  /** The finding and the heading that one is at. */
  current: string | null;
  active: string;
  tab: string;
  isReadOnly: boolean;
  isSaved: boolean;
  actions: { explain: FormAction; chooseNote: FormAction; loadUnitsBehind: UnitsBehindCall };
  onTab: (tab: string) => void;
  onGo: (finding: Finding) => void;
  onShow: (place: TextPlace) => void;
  onDrop: (place: TextPlace) => void;
  onBind: (number: Bindable) => void;
  onAppend: (heading: ComposeHeading, text: string) => void;
  onInsert: (cellKey: string) => void;
};

/** Beside the text: what does not agree, what the units wrote, the figures, and what was explained. */
export function ComposePanel(props: ComposePanelProps): ReactNode {
  const { material, links, now, need, active, isReadOnly, actions } = props;
  const t = useTranslations("compose.panel");
  const heading = material.headings.find((heading) => heading.key === active) ?? null;
  return (
    <aside
      className="overflow-auto border-l border-line bg-surface max-lg:border-b max-lg:border-l-0"
      aria-label={t("label")}
    >
      <Tabs value={props.tab} onValueChange={props.onTab}>
        <TabsList className="sticky top-0 z-2 bg-surface" aria-label={t("label")}>
          <TabsTrigger value="findings" count={need.errors.length + need.warnings.length + need.infos.length}>
            {t("findings")}
          </TabsTrigger>
          <TabsTrigger value="units" count={heading?.units.length ?? 0}>
            {t("units")}
          </TabsTrigger>
          <TabsTrigger value="figures">{t("figures")}</TabsTrigger>
          <TabsTrigger value="notes" count={material.explanations.length}>
            {t("notes")}
          </TabsTrigger>
          {props.repeated.length > 0 ? <TabsTrigger value="repeated">{t("repeated")}</TabsTrigger> : null}
        </TabsList>
        <TabsContent value="findings">
          <ComposeFindings
            material={material}
            need={need}
            bindable={props.bindable}
            current={props.current}
            now={now}
            isReadOnly={isReadOnly}
            tablesHref={links.tables}
            onGo={props.onGo}
            onShow={props.onShow}
            onDrop={props.onDrop}
            onBind={props.onBind}
            explain={{ action: actions.explain, isSaved: props.isSaved }}
            loadUnitsBehind={actions.loadUnitsBehind}
          />
        </TabsContent>
        <TabsContent value="units">
          <ComposeUnits heading={heading} now={now} isReadOnly={isReadOnly} onAppend={props.onAppend} />
        </TabsContent>
        <TabsContent value="figures">
          <ComposeFigures material={material} isReadOnly={isReadOnly} onInsert={props.onInsert} />
        </TabsContent>
        <TabsContent value="notes">
          <ComposeNotes
            material={material}
            findings={props.findings}
            now={now}
            isReadOnly={isReadOnly}
            action={actions.chooseNote}
          />
        </TabsContent>
        <TabsContent value="repeated">
          <RepeatedSections
            sections={props.repeated}
            nameOf={(id) => {
              const section = material.sections.find((candidate) => candidate.id === id);
              return section ? `${section.number}、${section.title}` : "";
            }}
          />
        </TabsContent>
      </Tabs>
    </aside>
  );
}
