import { callDirectly } from "@/components/saving/call-directly";
import { valuesOf } from "@/lib/domain/form-values";
import type { ActionState, FormAction } from "@/lib/web/form-action";
import type { SaveFiguresCall, SaveParagraphCall } from "./section-save";

export const callSaveFigures: SaveFiguresCall = (input) => callDirectly("save-figures", input);

export const callSaveParagraph: SaveParagraphCall = (input) => callDirectly("save-paragraph", input);

/**
 * The form of a section as it is sent where scripts run: cells and texts were saved before, so that submitting is a
 * direct call, after which the page has to be asked for. Its other steps, and every step without scripts, go by the
 * form's action, which brings its page with it.
 */
export function fillDirectly(fill: FormAction, onSubmitted: () => void): FormAction {
  if (typeof window === "undefined") return fill;
  return (before, form) => (form.get("step") === "submit" ? submit(form, onSubmitted) : fill(before, form));
}

async function submit(form: FormData, onSubmitted: () => void): Promise<ActionState> {
  const values = valuesOf(form);
  const answer = await callDirectly("submit", values);
  if (answer.status === "signed_out") return { status: "refused", message: answer.message, values };
  if (answer.status !== "done") return { ...answer, values };
  onSubmitted();
  return { status: "done", message: "", filled: { saved: 0, conflicts: [], unplaced: [] } };
}
