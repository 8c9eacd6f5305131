"use client";

import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { ArrowDownIcon, ArrowUpIcon, GripVerticalIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, startTransition, useEffect, useRef, useState } from "react";
import { newRequestId } from "@/components/saving/new-request-id";
import { useFormAction } from "@/components/saving/use-form-action";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OrderMove, OrderNode } from "@/lib/domain/outline-order";
import type { FormAction } from "@/lib/web/form-action";

type OrderListProps = {
  cycleId: string;
  nodes: readonly OrderNode[];
  action: FormAction;
};

/** A list that is put in order: by dragging, and by buttons that keys, fingers and pages without scripts press as well. */
export function OrderList({ cycleId, nodes, action }: OrderListProps): ReactNode {
  const t = useTranslations("order");
  const [state, send, isPending] = useFormAction(action);
  const [moved, setMoved] = useState("");
  const move = (node: OrderNode, to: OrderMove) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fieldsOf(cycleId, to))) form.set(name, value);
    setMoved(node.name);
    startTransition(() => send(form));
  };
  return (
    <>
      <Refused state={state} className="m-4" />
      <p className="sr-only" role="status">
        {state.status === "done" && moved !== "" && !isPending ? t("moved", { name: moved }) : ""}
      </p>
      <Siblings {...{ cycleId, nodes, send, move, isPending }} name={(node) => setMoved(node.name)} />
    </>
  );
}

type SiblingsProps = {
  cycleId: string;
  nodes: readonly OrderNode[];
  send: (form: FormData) => void;
  move: (node: OrderNode, to: OrderMove) => void;
  /** Keeps what is moved, to be told once it has been. */
  name: (node: OrderNode) => void;
  isPending: boolean;
};

function Siblings(props: SiblingsProps): ReactNode {
  const { nodes } = props;
  const [group] = useState(() => Symbol("siblings"));
  if (nodes.length === 0) return null;
  return (
    <ol className="py-1 [&_&]:py-0 [&_&]:pl-6">
      {nodes.map((node, place) => (
        <Entry key={node.key} group={group} place={place} {...props} />
      ))}
    </ol>
  );
}

type EntryProps = SiblingsProps & { group: symbol; place: number };

function Entry({ group, place, ...props }: EntryProps): ReactNode {
  const { cycleId, nodes, send, move, name, isPending } = props;
  const t = useTranslations("order");
  const row = useRef<HTMLDivElement>(null);
  const grip = useRef<HTMLSpanElement>(null);
  const [dragging, setDragging] = useState<"moved" | "over" | null>(null);
  const node = nodes[place];
  useEffect(() => {
    if (!row.current || !grip.current) return;
    return combine(
      draggable({
        element: row.current,
        dragHandle: grip.current,
        canDrag: () => !isPending,
        getInitialData: () => ({ group, place }),
        onDragStart: () => setDragging("moved"),
        onDrop: () => setDragging(null),
      }),
      dropTargetForElements({
        element: row.current,
        canDrop: ({ source }) => source.data.group === group && source.data.place !== place,
        onDragEnter: () => setDragging("over"),
        onDragLeave: () => setDragging(null),
        onDrop: ({ source }) => {
          setDragging(null);
          const from = Number(source.data.place);
          const to = moveOf(nodes, from, place);
          const dragged = nodes[from];
          if (dragged && to !== null) move(dragged, to);
        },
      }),
    );
  }, [group, place, nodes, move, isPending]);
  if (!node) return null;
  return (
    <li>
      <div
        ref={row}
        data-dragging={dragging ?? undefined}
        className="flex min-h-field items-center gap-2 border-b border-line px-4 data-[dragging=moved]:opacity-50 data-[dragging=over]:bg-accent-soft"
      >
        <span ref={grip} className="cursor-grab text-ink-3 max-md:hidden" title={t("drag")}>
          <GripVerticalIcon />
        </span>
        <span className="min-w-0 flex-1 wrap-anywhere">{node.name}</span>
        {([-1, 1] as const).map((step) => {
          const to = moveOf(nodes, place, place + step);
          return (
            <form key={step} action={send} onSubmit={() => name(node)}>
              {Object.entries(to ? fieldsOf(cycleId, to) : {}).map(([field, value]) => (
                <input key={field} type="hidden" name={field} value={value} suppressHydrationWarning />
              ))}
              <SubmitButton
                size="sm"
                variant="ghost"
                busyLabel=""
                isDisabled={to === null || isPending}
                aria-label={t(step < 0 ? "up" : "down", { name: node.name })}
              >
                {step < 0 ? <ArrowUpIcon /> : <ArrowDownIcon />}
              </SubmitButton>
            </form>
          );
        })}
      </div>
      <Siblings {...props} nodes={node.below} />
    </li>
  );
}

/** What puts one of these siblings to the place of another; null where there is none. */
function moveOf(siblings: readonly OrderNode[], from: number, place: number): OrderMove | null {
  const [moved, other] = [siblings[from], siblings[place]];
  if (!moved || !other) return null;
  return { key: moved.key, beside: other.key, side: place < from ? "before" : "after" };
}

function fieldsOf(cycleId: string, move: OrderMove): Record<string, string> {
  return { requestId: newRequestId(), cycleId, ...move };
}
