import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { AdminList, type AdminListColumn, type AdminListGroup } from "@/components/admin/admin-list";
import { AdminListPanel } from "@/components/admin/admin-list-panel";
import { OrderList } from "@/components/admin/order-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { FormCard } from "@/components/ui/form-card";
import type { FormField } from "@/components/ui/form-input";
import { ListSearch } from "@/components/ui/list-search";
import { MOST_CHOICES } from "@/lib/domain/choices";
import type { ListSearch as ListSearchParams } from "@/lib/domain/inputs/list-search";
import type { OrderNode } from "@/lib/domain/outline-order";
import type { AdminCycle } from "@/lib/services/load-admin-cycle";
import type { FormAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

type CycleEntriesProps<Entry> = {
  work: AdminCycle;
  /** Which units were looked for, to be chosen in the form. */
  search: ListSearchParams;
  /** What an entry is; its view stands in the address. */
  kind: "heading" | "indicator";
  caption: string;
  columns: readonly [AdminListColumn<Entry>, ...AdminListColumn<Entry>[]];
  groups: readonly AdminListGroup<Entry>[];
  chosen: Entry | null;
  nameOf: (entry: Entry) => string;
  /** In place of a list with nothing in it. */
  empty?: ReactNode;
  words: { add: string; change: string; remove: string };
  save: FormAction;
  remove: FormAction;
  fields: readonly FormField[];
  /** The same entries, to be put in order; null while they are only listed. */
  order: { groups: readonly { key: string; title?: string; nodes: readonly OrderNode[] }[]; action: FormAction } | null;
  orderHint: string;
};

const VIEWS = { heading: "outline", indicator: "indicators" } as const;

/** What the office keeps for a year, as a list; beside it the form that changes the one chosen, or adds one. */
export async function CycleEntries<Entry extends { key: string }>(props: CycleEntriesProps<Entry>) {
  const { work, kind, caption, columns, groups, chosen, nameOf, empty, order } = props;
  const t = await getTranslations("admin.cycle");
  const { cycle } = work;
  const canEdit = cycle.state === "open" && work.report?.state === "draft";
  const isEmpty = groups.every((group) => group.rows.length === 0);
  return (
    <AdminListPanel
      isAsked={chosen !== null}
      list={
        <Card>
          {canEdit && !isEmpty ? <OrderHead {...props} /> : null}
          {canEdit && !order && work.units.length > MOST_CHOICES ? <UnitSearch {...props} /> : null}
          {canEdit && order ? (
            <ClientMessages areas={["common", "order"]}>
              {order.groups.map((group) => (
                <section key={group.key}>
                  {group.title ? <h2 className="px-4 pt-3.5 pb-1 text-sm text-ink-2">{group.title}</h2> : null}
                  <OrderList cycleId={cycle.id} nodes={group.nodes} action={order.action} />
                </section>
              ))}
            </ClientMessages>
          ) : isEmpty && empty ? (
            empty
          ) : (
            <AdminList
              caption={caption}
              columns={columns}
              groups={groups}
              rowKey={(entry) => entry.key}
              chosenKey={chosen?.key ?? null}
              linkHead={t("act")}
              linkOf={(entry) =>
                canEdit
                  ? {
                      href: routes.cycle(cycle.id, { view: VIEWS[kind], [kind]: entry.key }),
                      text: t("change"),
                      name: t("changeOne", { name: nameOf(entry) }),
                    }
                  : null
              }
            />
          )}
        </Card>
      }
    >
      {canEdit ? (
        <EntryCard {...props} />
      ) : (
        <p className="text-ink-2">{t(cycle.state === "open" ? "reportFinal" : "closedNote")}</p>
      )}
    </AdminListPanel>
  );
}

/** The way from the list to putting it in order, and back. */
async function OrderHead<Entry extends { key: string }>({ work, kind, order, orderHint }: CycleEntriesProps<Entry>) {
  const t = await getTranslations("order");
  const href = routes.cycle(work.cycle.id, { view: VIEWS[kind], ...(order ? {} : { order: "1" }) });
  return (
    <CardHeader>
      <p className="text-sm text-ink-2">{order ? orderHint : ""}</p>
      <ButtonLink size="sm" href={href}>
        {t(order ? "close" : "open")}
      </ButtonLink>
    </CardHeader>
  );
}

/** Where there are too many units for the form to offer them all, those that are found here can be chosen in it. */
async function UnitSearch<Entry extends { key: string }>({ work, search, kind, chosen }: CycleEntriesProps<Entry>) {
  const t = await getTranslations("admin.cycle");
  const kept = { view: VIEWS[kind], ...(chosen ? { [kind]: chosen.key } : {}) };
  return (
    <CardHeader>
      <ListSearch
        id="entry-units-search"
        label={t("search")}
        hint={t("searchHint")}
        path={routes.cycle(work.cycle.id)}
        kept={kept}
        value={search.q}
        clearHref={routes.cycle(work.cycle.id, kept)}
      />
    </CardHeader>
  );
}

async function EntryCard<Entry extends { key: string }>(props: CycleEntriesProps<Entry>) {
  const { work, kind, chosen, words, save, remove, fields } = props;
  const t = await getTranslations("admin.cycle");
  const of = { cycleId: work.cycle.id, key: chosen?.key ?? "" };
  return (
    <FormCard
      title={chosen ? words.change : words.add}
      close={chosen ? { href: routes.cycle(work.cycle.id, { view: VIEWS[kind] }), label: t("close") } : null}
    >
      <AdminForm
        key={chosen?.key ?? "new"}
        id={kind}
        action={save}
        submitLabel={chosen ? t("save") : words.add}
        buttonVariant="primary"
        of={of}
        fields={fields}
      />
      {chosen ? (
        <div className="mt-4">
          <AdminForm
            key={`remove-${chosen.key}`}
            id={`remove-${kind}`}
            action={remove}
            submitLabel={words.remove}
            buttonVariant="danger"
            buttonSize="sm"
            of={of}
          />
        </div>
      ) : null}
    </FormCard>
  );
}
