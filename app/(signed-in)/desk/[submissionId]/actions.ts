"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { FillSectionSchema } from "@/lib/domain/inputs/fill-section";
import { ResolveCommentSchema } from "@/lib/domain/inputs/review";
import {
  CorrectCarriedFigureSchema,
  DeclineSignatureSchema,
  ExplainFindingSchema,
  LoadCellHistorySchema,
  ReadPastedTableSchema,
  ReadUnitWorkbookSchema,
  SignSubmissionSchema,
  WithdrawSubmissionSchema,
} from "@/lib/domain/inputs/section";
import { resolveComment } from "@/lib/services/comment-on-submission";
import { correctCarriedFigure } from "@/lib/services/correct-carried-figure";
import { explainFinding } from "@/lib/services/explain-finding";
import { fillSection } from "@/lib/services/fill-section";
import { loadCellHistory } from "@/lib/services/load-cell-history";
import { readPastedTable } from "@/lib/services/read-pasted-table";
import { readUnitWorkbook } from "@/lib/services/read-unit-workbook";
import { declineSignature, signSubmission } from "@/lib/services/sign-submission";
import { withdrawSubmission } from "@/lib/services/withdraw-submission";
import { getDb } from "@/lib/web/database";
import { callAction, formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

/** Reads only: a copied table is placed by its labels, and its cells are then saved like typed ones. */
export const readPastedTableAction = callAction(ReadPastedTableSchema, (actor, input, now) =>
  readPastedTable(getDb(), actor, input, now),
);

/** Reads only: what became of one cell, asked for when its history is opened. */
export const loadCellHistoryAction = callAction(LoadCellHistorySchema, (actor, input, now) =>
  loadCellHistory(getDb(), actor, input, now),
);

/** Reads only: a workbook that was filled in offline; what is taken of it is saved like typed cells. */
export const readUnitWorkbookAction = callAction(ReadUnitWorkbookSchema, (actor, input, now) =>
  readUnitWorkbook(getDb(), actor, input, now),
);

export const fillSectionAction = formAction(FillSectionSchema, async (actor, input, now) => {
  const filled = await fillSection(getDb(), actor, input, now);
  revalidatePath(routes.section(input.submissionId));
  return { message: "", filled };
});

export const withdrawSubmissionAction = formAction(WithdrawSubmissionSchema, async (actor, input, now) => {
  await withdrawSubmission(getDb(), actor, input, now);
  revalidatePath(routes.section(input.submissionId));
});

export const explainFindingAction = formAction(ExplainFindingSchema, async (actor, input, now) => {
  await explainFinding(getDb(), actor, input, now);
  revalidatePath(routes.section(input.submissionId));
});

export const resolveCommentAction = formAction(ResolveCommentSchema, async (actor, input, now) => {
  await resolveComment(getDb(), actor, input, now);
  revalidatePath(routes.section(input.submissionId));
});

export const signSubmissionAction = formAction(SignSubmissionSchema, async (actor, input, now) => {
  await signSubmission(getDb(), actor, input, now);
  revalidatePath(routes.section(input.submissionId));
});

export const declineSignatureAction = formAction(DeclineSignatureSchema, async (actor, input, now) => {
  await declineSignature(getDb(), actor, input, now);
  revalidatePath(routes.section(input.submissionId));
  // A head who may fill in too would otherwise stand in the form, as if it were theirs to finish.
  redirect(routes.desk({ declined: "1" }));
});

export const correctCarriedFigureAction = formAction(CorrectCarriedFigureSchema, async (actor, input, now) => {
  await correctCarriedFigure(getDb(), actor, input, now);
  revalidatePath(routes.section(input.submissionId));
});
