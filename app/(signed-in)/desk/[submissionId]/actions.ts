"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getDb } from "@/db/client";
import { ResolveCommentSchema } from "@/lib/domain/inputs/review";
import {
  CorrectCarriedFigureSchema,
  DeclareNilSchema,
  DeclineSignatureSchema,
  ExplainFindingSchema,
  SaveFiguresSchema,
  SaveParagraphSchema,
  SignSubmissionSchema,
  SubmitSectionSchema,
  WithdrawSubmissionSchema,
} from "@/lib/domain/inputs/section";
import { resolveComment } from "@/lib/services/comment-on-submission";
import { correctCarriedFigure } from "@/lib/services/correct-carried-figure";
import { declareNil } from "@/lib/services/declare-nil";
import { explainFinding } from "@/lib/services/explain-finding";
import { saveFigures } from "@/lib/services/save-figures";
import { saveParagraph } from "@/lib/services/save-paragraph";
import { declineSignature, signSubmission } from "@/lib/services/sign-submission";
import { submitSection } from "@/lib/services/submit-section";
import { withdrawSubmission } from "@/lib/services/withdraw-submission";
import { callAction, formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const saveFiguresAction = callAction(SaveFiguresSchema, (actor, input, now) =>
  saveFigures(getDb(), actor, input, now),
);

export const saveParagraphAction = callAction(SaveParagraphSchema, (actor, input, now) =>
  saveParagraph(getDb(), actor, input, now),
);

export const submitSectionAction = formAction(SubmitSectionSchema, async (actor, input, now) => {
  await submitSection(getDb(), actor, input, now);
  revalidatePath(routes.section(input.submissionId));
});

export const declareNilAction = formAction(DeclareNilSchema, async (actor, input, now) => {
  await declareNil(getDb(), actor, input, now);
  revalidatePath(routes.section(input.submissionId));
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
