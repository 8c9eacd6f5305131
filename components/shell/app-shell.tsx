import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark, PersonIcon } from "@/components/icons";
import { CycleLinks, CycleSwitcher } from "@/components/shell/app-shell-cycle";
import { DropMenu } from "@/components/shell/app-shell-menu";
import { AppShellNav, type NavigationItem } from "@/components/shell/app-shell-nav";
import { LanguageChoice } from "@/components/shell/language-switch";
import type { ShellCycle } from "@/components/shell/page-cycle";
import { SubmitButton } from "@/components/ui/submit-button";

type AppHeaderProps = {
  district: string;
  /** The year that was chosen, which pages without a year in their address are about; null before the first one. */
  cycle: ShellCycle | null;
  /** Every year that the person may look at, newest first. */
  cycles: readonly ShellCycle[];
  /** What this person may open, in the order of the work. */
  items: readonly NavigationItem[];
  person: { name: string; account: string; roles: readonly string[] };
  homeHref: string;
  helpHref: string | null;
  /** Where the person changes the password. */
  accountHref: string | null;
  signOutAction: (form: FormData) => Promise<void>;
};

/** The top of every signed-in page: where one is, where one can go, who one is. */
export function AppHeader(props: AppHeaderProps): ReactNode {
  const { district, cycle, cycles, items, homeHref, helpHref } = props;
  const t = useTranslations("shell");
  return (
    <header className="top">
      <div className="top-in">
        <Link className="brand" href={homeHref} aria-label={t("home")}>
          <BrandMark />
          {t("brand")}
        </Link>
        <CycleSwitcher district={district} cycle={cycle} cycles={cycles} />
        <AppShellNav label={t("mainNavigation")} items={items} cycle={cycle} cycles={cycles} className="nav" />
        <div className="who">
          {helpHref ? (
            <Link className="only-l sec" href={helpHref}>
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
          <PersonIcon />
          <span className="who-name">{person.name}</span>
        </>
      }
    >
      <div className="only-s">
        <AppShellNav
          label={t("mainNavigation")}
          items={items}
          cycle={cycle}
          cycles={cycles}
          className=""
          itemClassName="menu-i"
        />
        <hr />
        {cycles.length > 1 ? (
          <>
            <CycleLinks cycle={cycle} cycles={cycles} />
            <hr />
          </>
        ) : null}
        {helpHref ? (
          <Link className="menu-i" href={helpHref}>
            {t("help")}
          </Link>
        ) : null}
      </div>
      <p className="menu-h">
        {person.account}
        <br />
        {person.roles.join(t("roleSeparator"))}
      </p>
      <hr />
      <LanguageChoice />
      <hr />
      {accountHref ? (
        <Link className="menu-i" href={accountHref}>
          {t("changePassword")}
        </Link>
      ) : null}
      <form action={signOutAction}>
        <SubmitButton kind="quiet" isWide className="menu-i menu-b" busyLabel={t("signingOut")}>
          {t("signOut")}
        </SubmitButton>
      </form>
    </DropMenu>
  );
}
