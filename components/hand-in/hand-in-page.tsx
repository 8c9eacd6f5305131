import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { newRequestId } from "@/components/saving/new-request-id";
import { useSectionNames } from "@/components/section/section-names";
import { ClientMessages } from "@/components/shell/client-messages";
import { Page, PageHead } from "@/components/ui/page";
import type { Desk, DeskTask } from "@/lib/domain/desk-work";
import { arrangeHandIn, type HandIn, listNilUnsent } from "@/lib/domain/hand-in";
import type { FormAction } from "@/lib/web/form-action";
import { HandInSection } from "./hand-in-section";
import { type NamedSection, NilOffer, NilWithdraw } from "./nil-offer";
import { SECTION_FORM_IDS } from "./section-form-ids";
import { SentSections } from "./sent-sections";
import { StepsBar } from "./steps-bar";
import { UnfinishedSection } from "./unfinished-section";

type HandInActions = {
  declareNil: FormAction;
  withdrawNil: FormAction;
  submit: FormAction;
  sign: FormAction;
  explain: FormAction;
};

type HandInPageProps = {
  desk: Desk;
  now: Date;
  actions: HandInActions;
  deskHref: string;
  hrefOf: (submissionId: string) => string;
};

/**
 * All of a person's sections on one page, to be submitted or signed together: what is in each, what was said to be nil,
 * what its findings are and which reasons are still to be given.
 */
export function HandInPage(props: HandInPageProps): ReactNode {
  const { desk, actions, deskHref } = props;
  const t = useTranslations("handin");
  const parts = arrangeHandIn(desk.tasks);
  const { toSign, ready } = parts;
  const isSigning = toSign.length > 0;
  const blanks = ready.reduce((sum, task) => sum + task.blanksAsZero, 0);
  const waitsForHead = ready.length > 0 && ready.every((task) => task.waitsForHead);
  const content = (
    <Page>
      <PageHead crumbs={[{ label: t("crumb"), href: deskHref }, { label: t("title") }]} title={useHeadline(parts)} />
      <div className="grid gap-4">
        <Signing {...props} tasks={toSign} />
        <Nil {...props} tasks={parts.nothingFilled} />
        <Ready {...props} tasks={ready} />
        <Unfinished {...props} tasks={parts.unfinished} />
      </div>
    </Page>
  );
  return (
    <ClientMessages areas={["common", "checks", "section", "handin"]}>
      <StepsBar
        step={isSigning ? "sign" : "submit"}
        requestId={newRequestId()}
        action={isSigning ? actions.sign : actions.submit}
        isOpen={isSigning || ready.length > 0}
        what={isSigning ? t("bar.signWhat") : blanks > 0 ? t("bar.blanks", { count: blanks }) : t("bar.what")}
        label={t(isSigning ? "bar.sign" : waitsForHead ? "bar.submitToHead" : "bar.submit")}
        busyLabel={t(isSigning ? "bar.signing" : "bar.submitting")}
        after={
          <SentSections title={t("sent.title")} tasks={parts.sent} {...props} isUnitNamed={isOfSeveralUnits(desk)} />
        }
      >
        {content}
      </StepsBar>
    </ClientMessages>
  );
}

function useHeadline({ toSign, nothingFilled, ready, unfinished }: HandIn): string {
  const t = useTranslations("handin.headline");
  const open = nothingFilled.length + unfinished.length;
  if (toSign.length > 0) return t("sign", { count: toSign.length });
  if (ready.length > 0 && open > 0) return t("readyAndOpen", { count: ready.length, open });
  if (ready.length > 0) return t("ready", { count: ready.length });
  return open > 0 ? t("open", { open }) : t("done");
}

type PartProps = HandInPageProps & { tasks: readonly DeskTask[] };

function Signing({ desk, tasks, now, hrefOf }: PartProps): ReactNode {
  const t = useTranslations("handin.toSign");
  return (
    <Part title={t("title")} tasks={tasks}>
      {(task) => (
        <HandInSection
          key={task.id}
          task={task}
          format={desk.cycle.format}
          href={hrefOf(task.id)}
          now={now}
          isUnitNamed={isOfSeveralUnits(desk)}
          form={SECTION_FORM_IDS.sign}
          isSigned
        />
      )}
    </Part>
  );
}

function Nil({ desk, tasks, actions }: PartProps): ReactNode {
  const name = useNamed(desk);
  if (tasks.length === 0) return null;
  return (
    <NilOffer
      sections={tasks.map(name)}
      declared={[]}
      requestIds={{ declare: newRequestId(), withdraw: {} }}
      actions={{ declare: actions.declareNil, withdraw: actions.withdrawNil }}
    />
  );
}

function Ready({ desk, tasks, now, hrefOf, actions }: PartProps): ReactNode {
  const t = useTranslations("handin.ready");
  const name = useNamed(desk);
  const nil = new Set(listNilUnsent(tasks).map(({ id }) => id));
  return (
    <Part title={t("title")} tasks={tasks}>
      {(task) => (
        <HandInSection
          key={task.id}
          task={task}
          format={desk.cycle.format}
          href={hrefOf(task.id)}
          now={now}
          isUnitNamed={isOfSeveralUnits(desk)}
          form={SECTION_FORM_IDS.submit}
        >
          {nil.has(task.id) ? (
            <NilWithdraw section={name(task)} requestId={newRequestId()} action={actions.withdrawNil} />
          ) : null}
        </HandInSection>
      )}
    </Part>
  );
}

function Unfinished({ desk, tasks, hrefOf, actions }: PartProps): ReactNode {
  const t = useTranslations("handin.unfinished");
  return (
    <Part title={t("title")} tasks={tasks}>
      {(task) => (
        <UnfinishedSection
          key={task.id}
          task={task}
          format={desk.cycle.format}
          href={hrefOf(task.id)}
          isUnitNamed={isOfSeveralUnits(desk)}
          explainAction={actions.explain}
        />
      )}
    </Part>
  );
}

type PartFrame = { title: string; tasks: readonly DeskTask[]; children: (task: DeskTask) => ReactNode };

function Part({ title, tasks, children }: PartFrame): ReactNode {
  if (tasks.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2>{title}</h2>
      {tasks.map(children)}
    </section>
  );
}

/** How the forms of several sections name one of this desk. */
export function useNamed(desk: Desk): (task: DeskTask) => NamedSection {
  const words = useSectionNames(desk.cycle.format);
  const isUnitNamed = isOfSeveralUnits(desk);
  return ({ id, revision, sectionId, unitName, blanks }) => {
    const title = words.title(sectionId);
    return { id, revision, title: isUnitNamed ? `${unitName}　${title}` : title, blanks };
  };
}

function isOfSeveralUnits(desk: Desk): boolean {
  return new Set(desk.tasks.map((task) => task.organisationId)).size > 1;
}
