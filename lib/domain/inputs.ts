import { z } from "zod";
import { ROLES } from "@/lib/domain/access";
import { CellKeySchema } from "@/lib/domain/format";
import { InterchangeReportSchema } from "@/lib/domain/interchange";

const id = z.uuid();
const reason = z.string().trim().min(1).max(2000);
/** A text's line ends as browsers send them become line feeds. */
const body = z
  .string()
  .max(20_000)
  .transform((text) => text.replace(/\r\n?/g, "\n"));
/**
 * A due date as a form sends it: a day means its end, 24:00 in Asia/Shanghai; with a time it is that time there.
 */
const moment = z.union([
  z.date(),
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/)
    .transform((text) =>
      text.length === 10 ? new Date(Date.parse(`${text}T00:00:00+08:00`) + 86_400_000) : new Date(`${text}:00+08:00`),
    )
    .refine((date) => !Number.isNaN(date.getTime())),
]);
const optionalMoment = z.preprocess((value) => (value === "" ? undefined : value), moment.optional());
const name = z.string().trim().min(1).max(100);
const accountName = z.string().trim().min(2).max(60).regex(/^\S+$/);
export const PASSWORD_MINIMUM = 10;
const password = z.string().min(PASSWORD_MINIMUM).max(200);

/** Every form sends one: the same request again changes nothing. */
const request = { requestId: id };
/** What the sender saw: somebody else's move in between is told, not overwritten. */
const seen = { expectedRevision: z.coerce.number().int().min(0) };

export const FIGURE_MAX_CHARACTERS = 60;
const figureText = z
  .string()
  .max(FIGURE_MAX_CHARACTERS)
  .nullable()
  .transform((text) => (text === "" ? null : text));

export const SaveFiguresSchema = z.object({
  ...request,
  submissionId: id,
  changes: z
    .array(z.object({ cellKey: CellKeySchema, seen: figureText, value: figureText }))
    .min(1)
    .max(400),
});
export const SaveParagraphSchema = z.object({
  ...request,
  submissionId: id,
  headingKey: z.string().min(1).max(100),
  seen: body,
  value: body,
});
export const SubmitSectionSchema = z.object({ ...request, ...seen, submissionId: id });
export const DeclareNilSchema = z.object({ ...request, ...seen, submissionId: id });
export const WithdrawSubmissionSchema = z.object({ ...request, ...seen, submissionId: id });
export const SignSubmissionSchema = z.object({ ...request, ...seen, submissionId: id });
export const DeclineSignatureSchema = z.object({ ...request, ...seen, submissionId: id, reason });
export const ExplainFindingSchema = z.object({
  ...request,
  submissionId: id,
  findingId: z.string().min(1).max(300),
  body: reason,
});

export const CorrectCarriedFigureSchema = z.object({
  ...request,
  submissionId: id,
  cellKey: CellKeySchema,
  value: z.string().trim().min(1).max(FIGURE_MAX_CHARACTERS),
  /** May be empty where the figure goes back to what was carried. */
  reason: z.string().trim().max(2000),
});

export const BeginReviewSchema = z.object({ submissionId: id });
export const AddCommentSchema = z.object({
  ...request,
  submissionId: id,
  anchor: z.string().min(1).max(200),
  body: reason,
});
export const RemoveCommentSchema = z.object({ ...request, submissionId: id, commentId: id });
export const ResolveCommentSchema = z.object({ ...request, submissionId: id, commentId: id });
export const ReturnSubmissionSchema = z.object({
  ...request,
  ...seen,
  submissionId: id,
  reason,
  dueAt: optionalMoment,
});
export const ApproveSubmissionSchema = z.object({ ...request, ...seen, submissionId: id });
export const ReopenSubmissionSchema = z.object({ ...request, ...seen, submissionId: id, reason });
export const AcceptExplanationSchema = z.object({
  ...request,
  submissionId: id,
  findingId: z.string().min(1).max(300),
});
export const ExplainReportFindingSchema = z.object({
  ...request,
  cycleId: id,
  findingId: z.string().min(1).max(300),
  body: reason,
});
export const ChooseNoteSchema = z.object({
  ...request,
  cycleId: id,
  /** Whose explanation it is; empty for the office's own of the report. */
  submissionId: z.union([z.literal(""), id]),
  findingId: z.string().min(1).max(300),
  /** The words to be printed; empty prints nothing. */
  note: z.string().trim().max(500),
});
export const RemindUnitsSchema = z.object({ ...request, cycleId: id, organisationIds: z.array(id).min(1).max(500) });

export const ProposeAdjustmentSchema = z.object({
  ...request,
  cycleId: id,
  cellKey: CellKeySchema,
  amount: z
    .string()
    .trim()
    .regex(/^-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,10})?$/)
    .refine((text) => !/^-?0(?:\.0+)?$/.test(text)),
  reason,
});
export const DecideAdjustmentSchema = z.object({
  ...request,
  adjustmentId: id,
  decision: z.enum(["signed", "declined"]),
});
export const SaveReportTextSchema = z.object({
  ...request,
  cycleId: id,
  headingKey: z.string().min(1).max(100),
  /** The text seen; null when the heading was assembled from its units. */
  seen: body.nullable(),
  /** Null goes back to the assembled text. */
  value: body.nullable(),
});
export const SavePrefaceSchema = z.object({ ...request, cycleId: id, seen: body, value: body });
export const FinaliseReportSchema = z.object({
  ...request,
  reportId: id,
  /** How the report is printed from now on. */
  withoutCharts: z.coerce.boolean().optional(),
  withUnitAnnexes: z.coerce.boolean().optional(),
});
export const AskForFileSchema = z.object({
  ...request,
  cycleId: id,
  format: z.string().max(10),
  /** How it is printed; what is not ticked is not sent. */
  withoutCharts: z.coerce.boolean().optional(),
  withUnitAnnexes: z.coerce.boolean().optional(),
  archive: z.coerce.boolean().optional(),
});
export const UnlockReportSchema = z.object({ ...request, reportId: id, reason });
export const PublishReportSchema = z.object({ ...request, reportId: id });
export const BeginErratumSchema = z.object({ ...request, reportId: id, reason });

export const OpenCycleSchema = z.object({
  ...request,
  year: z.coerce.number().int().min(2019).max(2100),
  tablesDueAt: moment,
  narrativeDueAt: moment,
});
export const ChangeCycleDatesSchema = z.object({
  ...request,
  cycleId: id,
  tablesDueAt: moment,
  narrativeDueAt: moment,
});
export const CloseCycleSchema = z.object({ ...request, cycleId: id });
export const ReopenCycleSchema = z.object({ ...request, cycleId: id, reason });
export const ExtendDueDateSchema = z.object({ ...request, submissionId: id, dueAt: moment, reason });
export const ExtendUnitsSchema = z.object({
  ...request,
  cycleId: id,
  organisationIds: z.array(id).min(1).max(500),
  dueAt: moment,
  reason,
});
/** Which units a further step is about; nothing changes yet. */
export const ChooseUnitsSchema = z.object({ organisationIds: z.array(id).min(1).max(500) });
export const ExemptUnitSchema = z.object({
  ...request,
  cycleId: id,
  organisationId: id,
  /** Empty asks the unit again. */
  reason: z.string().trim().max(2000),
});
export const IncludeUnitSchema = z.object({ ...request, cycleId: id, organisationId: id });
export const OutlineHeadingSchema = z.object({
  ...request,
  cycleId: id,
  key: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  sectionId: z.enum(["overview", "problems", "other"]),
  position: z.coerce.number().int().min(0).max(1000),
  level: z.coerce.number().int().min(0).max(4),
  number: z.string().trim().max(20),
  title: z.string().trim().max(100),
  owners: z.array(id).max(500),
});
export const RemoveOutlineHeadingSchema = z.object({ ...request, cycleId: id, key: z.string().min(1).max(100) });
export const IndicatorSchema = z.object({
  ...request,
  cycleId: id,
  key: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  organisationId: id,
  label: z.string().trim().min(1).max(100),
  unit: z.string().trim().min(1).max(20),
  isApproximate: z.coerce.boolean(),
  position: z.coerce.number().int().min(0).max(1000),
});
export const RemoveIndicatorSchema = z.object({ ...request, cycleId: id, key: z.string().min(1).max(100) });

export const AddUnitSchema = z.object({
  ...request,
  name,
  kind: z.enum(["department", "township"]),
  position: z.coerce.number().int().min(0).max(10_000).default(100),
});
export const ChangeUnitSchema = z.object({
  ...request,
  organisationId: id,
  name,
  isActive: z.coerce.boolean(),
  needsSignature: z.coerce.boolean(),
  position: z.coerce.number().int().min(0).max(10_000).default(100),
});
export const ChangeDistrictSchema = z.object({ ...request, name });
export const ChangeContactSchema = z.object({
  ...request,
  address: z.string().trim().max(200),
  postcode: z.string().trim().max(20),
  phone: z.string().trim().max(60),
});
export const UploadLetterheadSchema = z.object({ ...request, file: z.instanceof(File) });
export const RemoveLetterheadSchema = z.object({ ...request });
/** A report that was published before: its file or its text. */
export const ReadPastReportSchema = z.object({
  file: z.instanceof(File).optional(),
  text: z.string().max(4_000_000).default(""),
});
/** A read report travels as text through the form that shows it. */
const reportText = z
  .string()
  .max(4_000_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom" });
      return z.NEVER;
    }
  })
  .pipe(InterchangeReportSchema);
export const ImportUnitReportSchema = z.object({ ...request, organisationId: id, report: reportText });
export const TakeOverPastReportSchema = z.object({
  ...request,
  report: reportText,
  publishedOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .transform((day) => new Date(`${day}T09:00:00+08:00`))
    .refine((date) => !Number.isNaN(date.getTime())),
});
export const AddPersonSchema = z.object({
  ...request,
  account: accountName,
  name,
  organisationId: id,
  role: z.enum(ROLES),
});
export const GrantRoleSchema = z.object({ ...request, userId: id, organisationId: id, role: z.enum(ROLES) });
export const EndRoleSchema = z.object({ ...request, membershipId: id });
/** Who takes a role over: somebody who is here already, or a new person with a name and an account. */
export const HandOverSchema = z
  .object({
    ...request,
    membershipId: id,
    userId: z.union([z.literal(""), id]),
    account: z.union([z.literal(""), accountName]),
    name: z.string().trim().max(100),
    /** Ends the account of the one who goes, where no other role is left. */
    endsAccount: z.coerce.boolean(),
  })
  .superRefine((input, context) => {
    if (input.userId !== "") return;
    for (const field of ["account", "name"] as const) {
      if (input[field] === "")
        context.addIssue({
          code: "too_small",
          minimum: 1,
          inclusive: true,
          origin: "string",
          input: "",
          path: [field],
        });
    }
  });
export const ChangePersonSchema = z.object({ ...request, userId: id, name });
export const DeactivatePersonSchema = z.object({ ...request, userId: id });
export const ReactivatePersonSchema = z.object({ ...request, userId: id });
export const IssueCodeSchema = z.object({ ...request, userId: id });
export const SetPasswordSchema = z.object({ account: accountName, code: z.string().trim().min(1).max(60), password });
export const ChangePasswordSchema = z.object({ current: z.string().max(200), password });
export const SetUpSchema = z.object({
  districtName: name,
  officeName: name,
  units: z.string().max(20_000),
  adminName: name,
  adminAccount: accountName,
  password,
});
export const SignInSchema = z.object({
  account: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(200),
});

export type SaveFiguresInput = z.infer<typeof SaveFiguresSchema>;
export type SaveParagraphInput = z.infer<typeof SaveParagraphSchema>;
export type SubmitSectionInput = z.infer<typeof SubmitSectionSchema>;
export type DeclareNilInput = z.infer<typeof DeclareNilSchema>;
export type WithdrawSubmissionInput = z.infer<typeof WithdrawSubmissionSchema>;
export type SignSubmissionInput = z.infer<typeof SignSubmissionSchema>;
export type DeclineSignatureInput = z.infer<typeof DeclineSignatureSchema>;
export type ExplainFindingInput = z.infer<typeof ExplainFindingSchema>;
export type CorrectCarriedFigureInput = z.infer<typeof CorrectCarriedFigureSchema>;
export type BeginReviewInput = z.infer<typeof BeginReviewSchema>;
export type AddCommentInput = z.infer<typeof AddCommentSchema>;
export type RemoveCommentInput = z.infer<typeof RemoveCommentSchema>;
export type ResolveCommentInput = z.infer<typeof ResolveCommentSchema>;
export type ReturnSubmissionInput = z.infer<typeof ReturnSubmissionSchema>;
export type ApproveSubmissionInput = z.infer<typeof ApproveSubmissionSchema>;
export type ReopenSubmissionInput = z.infer<typeof ReopenSubmissionSchema>;
export type AcceptExplanationInput = z.infer<typeof AcceptExplanationSchema>;
export type ExplainReportFindingInput = z.infer<typeof ExplainReportFindingSchema>;
export type ChooseNoteInput = z.infer<typeof ChooseNoteSchema>;
export type RemindUnitsInput = z.infer<typeof RemindUnitsSchema>;
export type ProposeAdjustmentInput = z.infer<typeof ProposeAdjustmentSchema>;
export type DecideAdjustmentInput = z.infer<typeof DecideAdjustmentSchema>;
export type SaveReportTextInput = z.infer<typeof SaveReportTextSchema>;
export type SavePrefaceInput = z.infer<typeof SavePrefaceSchema>;
export type FinaliseReportInput = z.infer<typeof FinaliseReportSchema>;
export type AskForFileInput = z.infer<typeof AskForFileSchema>;
export type UnlockReportInput = z.infer<typeof UnlockReportSchema>;
export type PublishReportInput = z.infer<typeof PublishReportSchema>;
export type BeginErratumInput = z.infer<typeof BeginErratumSchema>;
export type OpenCycleInput = z.infer<typeof OpenCycleSchema>;
export type ChangeCycleDatesInput = z.infer<typeof ChangeCycleDatesSchema>;
export type CloseCycleInput = z.infer<typeof CloseCycleSchema>;
export type ReopenCycleInput = z.infer<typeof ReopenCycleSchema>;
export type ExtendDueDateInput = z.infer<typeof ExtendDueDateSchema>;
export type ExtendUnitsInput = z.infer<typeof ExtendUnitsSchema>;
export type ExemptUnitInput = z.infer<typeof ExemptUnitSchema>;
export type IncludeUnitInput = z.infer<typeof IncludeUnitSchema>;
export type OutlineHeadingInput = z.infer<typeof OutlineHeadingSchema>;
export type RemoveOutlineHeadingInput = z.infer<typeof RemoveOutlineHeadingSchema>;
export type IndicatorInput = z.infer<typeof IndicatorSchema>;
export type RemoveIndicatorInput = z.infer<typeof RemoveIndicatorSchema>;
export type ImportUnitReportInput = z.infer<typeof ImportUnitReportSchema>;
export type AddUnitInput = z.infer<typeof AddUnitSchema>;
export type ChangeUnitInput = z.infer<typeof ChangeUnitSchema>;
export type ChangeDistrictInput = z.infer<typeof ChangeDistrictSchema>;
export type ChangeContactInput = z.infer<typeof ChangeContactSchema>;
export type UploadLetterheadInput = z.output<typeof UploadLetterheadSchema>;
export type RemoveLetterheadInput = z.output<typeof RemoveLetterheadSchema>;
export type AddPersonInput = z.infer<typeof AddPersonSchema>;
export type GrantRoleInput = z.infer<typeof GrantRoleSchema>;
export type EndRoleInput = z.infer<typeof EndRoleSchema>;
export type HandOverInput = z.infer<typeof HandOverSchema>;
export type ChangePersonInput = z.infer<typeof ChangePersonSchema>;
export type DeactivatePersonInput = z.infer<typeof DeactivatePersonSchema>;
export type ReactivatePersonInput = z.infer<typeof ReactivatePersonSchema>;
export type IssueCodeInput = z.infer<typeof IssueCodeSchema>;
export type SetPasswordInput = z.infer<typeof SetPasswordSchema>;
export type ChangePasswordInput = z.infer<typeof ChangePasswordSchema>;
export type SetUpInput = z.infer<typeof SetUpSchema>;
