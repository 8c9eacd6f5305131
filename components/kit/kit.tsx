import { DownloadIcon, SearchIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KitFields } from "@/components/kit/kit-fields";
import { KitFloating } from "@/components/kit/kit-floating";
import { KitSection } from "@/components/kit/kit-section";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Kbd } from "@/components/ui/kbd";
import { ListSearch } from "@/components/ui/list-search";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { Progress } from "@/components/ui/progress";
import { Receipt } from "@/components/ui/receipt";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { SegmentedLinks } from "@/components/ui/segmented";
import { Spinner } from "@/components/ui/spinner";
import { StateBadge, type StateName } from "@/components/ui/state-badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { TabLinks } from "@/components/ui/tab-links";
import { Table } from "@/components/ui/table";
import { Timeline } from "@/components/ui/timeline";

const VARIANTS = ["primary", "secondary", "danger", "ghost"] as const;
const SIZES = ["sm", "md", "lg"] as const;
const STATES: readonly StateName[] = [
  "not_started",
  "draft",
  "awaiting_signature",
  "submitted",
  "returned",
  "reopened",
  "approved",
  "late",
  "extended",
  "included",
  "nil",
  "exempt",
  "missing",
  "report_draft",
  "report_final",
  "report_published",
  "report_superseded",
  "error",
  "warning",
  "info",
  "explained",
];

/** Every primitive of `components/ui` in its variants and states, for whoever builds a page or changes a primitive. */
export function Kit(): ReactNode {
  const t = useTranslations("common");
  const href = "/kit";
  return (
    <Page>
      <PageHead
        crumbs={[{ label: t("product"), href }, { label: "Kit" }]}
        title="Kit"
        actions={<Kbd>Tab</Kbd>}
        lead={t("product")}
      />
      <PageColumns>
        <div className="grid min-w-0 gap-4">
          <KitSection title="Button">
            {VARIANTS.map((variant) => (
              <div key={variant} className="flex flex-wrap items-center gap-2">
                {SIZES.map((size) => (
                  <Button key={size} variant={variant} size={size}>
                    {t("save")}
                  </Button>
                ))}
                <Button variant={variant} size="icon" aria-label={t("search")}>
                  <SearchIcon />
                </Button>
                <Button variant={variant} size="icon-sm" aria-label={t("search")}>
                  <SearchIcon />
                </Button>
                <Button variant={variant} disabled>
                  {t("save")}
                </Button>
                <Button variant={variant} aria-busy="true">
                  <Spinner />
                  {t("saving")}
                </Button>
                <ButtonLink variant={variant} href={href}>
                  <DownloadIcon />
                  {t("download")}
                </ButtonLink>
                <form>
                  <SubmitButton variant={variant} busyLabel={t("sending")} isDisabled>
                    {t("next")}
                  </SubmitButton>
                </form>
              </div>
            ))}
          </KitSection>
          <KitSection title="StateBadge, Badge">
            {(["plain", "boxed"] as const).map((variant) => (
              <div key={variant} className="flex flex-wrap items-center gap-3">
                {STATES.map((state) => (
                  <StateBadge key={state} state={state} variant={variant} />
                ))}
                <Badge variant={variant}>{t("version", { version: "2" })}</Badge>
              </div>
            ))}
          </KitSection>
          <KitSection title="Alert">
            {(["error", "warning", "info", "success"] as const).map((variant) => (
              <Alert key={variant} variant={variant} actions={<Button size="sm">{t("undo")}</Button>}>
                <b>{t("details")}</b> <a href={href}>{t("more")}</a>
              </Alert>
            ))}
            <Alert variant="info">{t("product").repeat(24)}</Alert>
          </KitSection>
          <KitFields />
          <KitSection title="SegmentedLinks, TabLinks">
            <SegmentedLinks
              label={t("all")}
              segments={[
                { key: "all", label: t("all"), href, isCurrent: true },
                { key: "none", label: t("none"), href, isCurrent: false },
              ]}
            />
            <TabLinks
              label={t("details")}
              links={[
                { key: "all", label: t("all"), href, isCurrent: true, count: 3 },
                { key: "none", label: t("none"), href, isCurrent: false },
              ]}
            />
          </KitSection>
          <KitSection title="ListSearch, Pager">
            <ListSearch
              id="kit-search"
              label={t("search")}
              hint={t("search")}
              path={href}
              value={t("details")}
              clearHref={href}
            />
            <Pager label={t("details")} paged={{ total: 5000, page: 7, pageCount: 100 }} hrefOf={() => href} />
          </KitSection>
          <KitFloating />
          <KitSection title="Table">
            <ScrollRegion label={t("details")}>
              <Table
                caption={t("details")}
                rows={STATES.slice(0, 4)}
                rowKey={(state) => state}
                columns={[
                  { key: "state", head: t("details"), cell: (state) => t(`state.${state}`), isRowHead: true },
                  { key: "badge", head: t("all"), cell: (state) => <StateBadge state={state} /> },
                  { key: "count", head: t("more"), cell: (state) => state.length, isNumber: true },
                ]}
              />
            </ScrollRegion>
          </KitSection>
        </div>
        <PageAside className="grid gap-4">
          <Card>
            <CardHeader>
              <CardTitle>Card</CardTitle>
              <a href={href}>{t("more")}</a>
            </CardHeader>
            <CardContent>
              <Progress
                label={t("details")}
                total={10}
                parts={[
                  { value: 4, kind: "ok" },
                  { value: 3, kind: "waiting" },
                  { value: 1, kind: "accent" },
                ]}
              />
              <div className="mt-3">
                <Receipt
                  title={t("save")}
                  lines={[
                    { label: t("details"), value: t("product").repeat(6) },
                    { label: t("more"), value: "2019-07-2-3F8A", isCode: true },
                  ]}
                />
              </div>
            </CardContent>
            <Timeline
              entries={(["done", "now", "due", "ahead"] as const).map((kind) => ({
                key: kind,
                kind,
                title: t("year", { year: "2026" }),
                text: t("details"),
              }))}
            />
          </Card>
          <Card>
            <Empty title={t("none")} action={<Button>{t("edit")}</Button>} icon={<SearchIcon />}>
              {t("details")}
            </Empty>
          </Card>
        </PageAside>
      </PageColumns>
    </Page>
  );
}
