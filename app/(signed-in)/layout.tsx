import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/sign-in/actions";
import { AppHeader } from "@/components/shell/app-shell";
import { ClientMessages } from "@/components/shell/client-messages";
import type { NavigationItem } from "@/components/shell/page-cycle";
import { SkipLink } from "@/components/shell/skip-link";
import { TypedBeforeReload } from "@/components/shell/typed-before-reload";
import { type Actor, may, unitsFilledBy } from "@/lib/domain/access";
import { loadNavigation, type Navigation as NavigationWork } from "@/lib/services/load-navigation";
import { requireActor } from "@/lib/web/actor";
import { chosenCycle } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

/** Every page asks for itself who is there, and what it shows is loaded while the navigation is. */
export default function SignedInLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages areas={["shell", "common"]}>
      <SkipLink />
      <Navigation />
      <main id="main" tabIndex={-1} className="flex min-h-[calc(100dvh-var(--spacing-top))] flex-col">
        <TypedBeforeReload />
        {children}
      </main>
    </ClientMessages>
  );
}

async function Navigation() {
  const actor = await requireActor();
  const t = await getTranslations("shell");
  const roleName = await getTranslations("common.role");
  const { cycle, cycles, waiting } = await loadNavigation(getDb(), actor, await chosenCycle(), new Date());

  const items = itemsOf(actor, cycle?.id ?? null, waiting).map(
    (item): NavigationItem => ({
      ...item,
      label: t(`nav.${item.key}`),
      ...(item.count ? { countLabel: t("waiting", { count: item.count }) } : {}),
    }),
  );
  const shellCycles = cycles.map(({ id, year }) => ({ id, year, href: routes.chooseCycle(id) }));
  return (
    <AppHeader
      district={actor.districtName}
      cycle={shellCycles.find((shellCycle) => shellCycle.id === cycle?.id) ?? null}
      cycles={shellCycles}
      items={items}
      person={{
        id: actor.userId,
        name: actor.name,
        account: actor.account,
        roles: [...new Set(actor.memberships.map((membership) => roleName(membership.role)))],
      }}
      homeHref={routes.home()}
      helpHref={routes.help()}
      accountHref={routes.account()}
      signOutAction={signOutAction}
    />
  );
}

type Place = "desk" | "published" | "overview" | "review" | "rollup" | "compose" | "release" | "history" | "admin";

/** What this person may open, in the order of the work. */
function itemsOf(actor: Actor, cycleId: string | null, waiting: NavigationWork["waiting"]) {
  const items: { key: Place; href: string; count?: number; also?: string[]; isOfChosenYear?: boolean }[] = [];
  const isOffice = actor.scope.units === "all";
  if (unitsFilledBy(actor).length > 0) {
    items.push({ key: "desk", href: routes.desk(), count: waiting.desk, isOfChosenYear: true });
    items.push({ key: "published", href: routes.published() });
  }
  if (isOffice) items.push({ key: "overview", href: routes.overview(), isOfChosenYear: true });
  if (may(actor, "submission:review")) {
    items.push({
      key: "review",
      href: routes.queue(),
      count: waiting.queue,
      also: [routes.review("")],
      isOfChosenYear: true,
    });
  }
  if (cycleId && may(actor, "report:read")) items.push({ key: "rollup", href: routes.rollUp(cycleId) });
  if (cycleId && may(actor, "report:compose")) items.push({ key: "compose", href: routes.compose(cycleId) });
  if (cycleId && may(actor, "report:download"))
    items.push({ key: "release", href: routes.release(cycleId), also: [routes.files(cycleId)] });
  if (may(actor, "cycle:manage")) items.push({ key: "admin", href: routes.admin(), also: [routes.published()] });
  items.push({ key: "history", href: routes.history() });
  return items;
}
