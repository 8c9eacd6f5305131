import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm, type ActionFormProps } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { DialogCancel } from "@/components/ui/dialog";
import { DialogLink } from "@/components/ui/dialog-link";

export type ConfirmActProps = {
  /** What the button says that asks. */
  label: string;
  title: string;
  /** The one sentence that must be read. */
  description: string;
  /** What exactly will happen, and to what. */
  children?: ReactNode;
  form: Omit<ActionFormProps, "cancel" | "note" | "isWide">;
  /** Where the question stands in the page itself, and the way back from there: for when there is no JavaScript. */
  askHref: string;
  backHref: string;
  isAsked: boolean;
};

/** An act that cannot lightly be taken back: a first press says what it will do, a second one does it. */
export function ConfirmAct(props: ConfirmActProps): ReactNode {
  const { label, title, description, children, form, askHref, backHref, isAsked } = props;
  const t = useTranslations("common");
  if (!isAsked) {
    const { buttonVariant: variant, buttonSize: size } = form;
    return (
      <div className="mt-2">
        <DialogLink href={askHref} label={label} title={title} description={description} variant={variant} size={size}>
          {children}
          <ActionForm {...form} buttonSize="md" cancel={<DialogCancel />} />
        </DialogLink>
      </div>
    );
  }
  return (
    <section
      className="mt-2 max-w-form rounded-md border border-line-2 px-4 py-3.5"
      id="ask"
      aria-labelledby="ask-title"
    >
      <h3 id="ask-title">{title}</h3>
      <p className="mt-1 text-ink-2">{description}</p>
      {children}
      <ActionForm {...form} buttonSize="md" cancel={<ButtonLink href={backHref}>{t("cancel")}</ButtonLink>} />
    </section>
  );
}
