import { UserIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CycleLinks, CycleSwitcher } from "@/components/shell/app-shell-cycle";
import { DropMenu } from "@/components/shell/app-shell-menu";
import { AppShellNav } from "@/components/shell/app-shell-nav";
import { Brand } from "@/components/shell/brand";
import { LanguageChoice } from "@/components/shell/language-switch";
import type { NavigationItem, ShellCycle } from "@/components/shell/page-cycle";
import { SignOut } from "@/components/shell/sign-out";
import { TOP_RULE } from "@/components/shell/top-rule";
import { cn } from "@/components/ui/cn";
import { menuItemVariants } from "@/components/ui/menu-item";

type AppHeaderProps = {
  district: string;
  /** The year that was chosen, which pages without a year in their address are about; null before the first one. */
  cycle: ShellCycle | null;
  /** Every year that the person may look at, newest first. */
  cycles: readonly ShellCycle[];
  /** What this person may open, in the order of the work. */
  items: readonly NavigationItem[];
  person: { id: string; name: string; account: string; roles: readonly string[] };
  homeHref: string;
  helpHref: string | null;
  /** Where the person changes the password. */
  accountHref: string | null;
  signOutAction: (form: FormData) => Promise<void>;
};

const MENU_RULE = "my-1 border-t border-line";

/** The top of every signed-in page: where one is, where one can go, who one is. */
export function AppHeader(props: AppHeaderProps): ReactNode {
  const { district, cycle, cycles, items, homeHref, helpHref } = props;
  const t = useTranslations("shell");
  return (
    <header className={cn(TOP_RULE, "sticky top-0 z-30")}>
      <div className="flex h-11.5 items-center gap-gutter border-b border-line px-gutter max-xl:gap-3 max-md:gap-2.5 max-md:px-4">
        <Link href={homeHref} aria-label={t("home")}>
          <Brand name={t("brand")} />
        </Link>
        <CycleSwitcher district={district} cycle={cycle} cycles={cycles} />
        <AppShellNav label={t("mainNavigation")} items={items} cycle={cycle} cycles={cycles} place="bar" />
        <div className="ml-auto flex min-w-0 items-center gap-3.5 text-sm whitespace-nowrap text-ink-2 max-md:gap-2.5">
          {helpHref ? (
            <Link className="text-ink-2 max-md:hidden" href={helpHref}>
              {t("help")}
            </Link>
          ) : null}
          <PersonMenu {...props} />
        </div>
      </div>
    </header>
  );
}

/** The person's own menu; on a phone it holds the navigation and the years as well. */
function PersonMenu(props: AppHeaderProps): ReactNode {
  const { items, cycle, cycles, person, helpHref, accountHref, signOutAction } = props;
  const t = useTranslations("shell");
  return (
    <DropMenu
      isAtEnd
      summary={
        <>
          <UserIcon />
          <span className="max-w-[15em] truncate">{person.name}</span>
        </>
      }
    >
      <div className="hidden max-md:block">
        <AppShellNav label={t("mainNavigation")} items={items} cycle={cycle} cycles={cycles} place="menu" />
        <hr className={MENU_RULE} />
        {cycles.length > 1 ? (
          <>
            <CycleLinks cycle={cycle} cycles={cycles} />
            <hr className={MENU_RULE} />
          </>
        ) : null}
        {helpHref ? (
          <Link className={menuItemVariants()} href={helpHref}>
            {t("help")}
          </Link>
        ) : null}
      </div>
      <p className="px-2 pt-1 pb-1.5 text-xs whitespace-normal text-ink-3">
        {person.account}
        <br />
        {person.roles.join(t("roleSeparator"))}
      </p>
      <hr className={MENU_RULE} />
      <LanguageChoice />
      <hr className={MENU_RULE} />
      {accountHref ? (
        <Link className={menuItemVariants()} href={accountHref}>
          {t("changePassword")}
        </Link>
      ) : null}
      <SignOut
        personId={person.id}
        action={signOutAction}
        words={{
          signOut: t("signOut"),
          signingOut: t("signingOut"),
          stillTyped: t("stillTyped"),
          leaveAll: t("leaveAll"),
          stay: t("stay"),
        }}
      />
    </DropMenu>
  );
}
