import { z } from "zod";
import { RULE_IDS } from "@/lib/domain/check/finding";
import { COMMENT_REPLIES } from "@/lib/domain/comment";
import { HEAD_STATEMENTS } from "@/lib/domain/head-statement";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { SUBMISSION_STATES } from "@/lib/domain/submission";
import { decimalText, moment, pageOf, uuid } from "@/lib/web/api/parts";

/** How one unit's section of a year stands. */
export const SubmissionSchema = z.object({
  id: uuid,
  cycleId: uuid,
  organisationId: uuid,
  unitName: z.string(),
  sectionId: z.enum(SECTION_IDS),
  year: z.int(),
  state: z.enum(SUBMISSION_STATES),
  revision: z.int(),
  latestVersion: z.int(),
  isNil: z.boolean(),
  isExempt: z.boolean(),
  isReviewBegun: z.boolean(),
  dueAt: moment,
  submittedAt: moment.nullable(),
  submittedByName: z.string().nullable(),
  receipt: z.string().nullable(),
  returnReason: z.string().nullable(),
  approvedAt: moment.nullable(),
  approvedByName: z.string().nullable(),
  updatedAt: moment,
});
export const SubmissionsSchema = z.object({ items: z.array(SubmissionSchema) });
export const QueuePageSchema = pageOf(
  SubmissionSchema.extend({
    isOwn: z.boolean(),
    changes: z.int().nullable(),
    explanations: z.int(),
    takenBy: z.string().nullable(),
  }),
);

/** What a rule says, in words; an error keeps a section back, a warning until it is explained. */
export const FindingSchema = z.object({
  id: z.string(),
  rule: z.enum(RULE_IDS),
  severity: z.enum(["error", "warning", "info"]),
  cells: z.array(z.string()),
  message: z.string(),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  isExplained: z.boolean(),
});

export const CommentSchema = z.object({
  id: uuid,
  versionNumber: z.int(),
  anchor: z.string(),
  quote: z.string(),
  body: z.string(),
  authorName: z.string(),
  createdAt: moment,
  sentAt: moment.nullable(),
  resolvedAt: moment.nullable(),
  reply: z.enum(COMMENT_REPLIES).nullable(),
  replyText: z.string(),
  settledAt: moment.nullable(),
});
const ExplanationSchema = z.object({
  findingId: z.string(),
  body: z.string(),
  authorName: z.string(),
  createdAt: moment,
  acceptedAt: moment.nullable(),
});
const VersionSchema = z.object({
  number: z.int(),
  isNil: z.boolean(),
  receipt: z.string(),
  contentHash: z.string(),
  submittedByName: z.string(),
  submittedAt: moment,
});
const ParagraphSchema = z.object({ headingKey: z.string(), title: z.string(), body: z.string() });

/** A section as its unit works on it, checked as it stands. */
export const SectionWorkSchema = z.object({
  submission: SubmissionSchema,
  /** What may be done with it now. */
  moves: z.array(z.string()),
  figures: z.array(z.object({ cellKey: z.string(), label: z.string(), value: decimalText, isComputed: z.boolean() })),
  paragraphs: z.array(ParagraphSchema),
  blanksAsZero: z.array(z.string()),
  findings: z.array(FindingSchema),
  explanations: z.array(ExplanationSchema),
  comments: z.array(CommentSchema),
  versions: z.array(VersionSchema),
});

/** A version of a section as its reviewer sees it. */
export const ReviewSchema = z.object({
  submission: SubmissionSchema,
  moves: z.array(z.string()),
  shown: VersionSchema.extend({
    figures: z.array(z.object({ cellKey: z.string(), label: z.string(), value: decimalText })),
    paragraphs: z.array(ParagraphSchema),
  }).nullable(),
  changes: z.array(z.object({ key: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  findings: z.array(FindingSchema),
  explanations: z.array(ExplanationSchema),
  comments: z.array(CommentSchema),
  versions: z.array(VersionSchema),
});

const ConflictSchema = z.object({ theirs: z.string().nullable(), by: z.string(), isOwn: z.boolean(), at: moment });
export const SavedFiguresSchema = z.object({
  savedAt: moment,
  revision: z.int(),
  cells: z.array(z.object({ cellKey: z.string(), value: decimalText })),
  conflicts: z.array(ConflictSchema.extend({ cellKey: z.string(), seen: decimalText, yours: decimalText })),
});
export const SavedTextSchema = z.object({ savedAt: moment, conflict: ConflictSchema.nullable() });
export const SavedParagraphSchema = SavedTextSchema.extend({ revision: z.int() });
export const ReceiptSchema = z.object({
  receipt: z.string(),
  version: z.int(),
  submittedAt: moment,
  awaitsSignature: z.boolean(),
});

/** One answer of a unit's head; a no has its reason. */
export const HeadAnswerSchema = z.strictObject({
  statement: z.enum(HEAD_STATEMENTS),
  holds: z.boolean(),
  reason: z.string().trim().max(2000).nullable().default(null),
});
