import type { Permission } from "@/lib/domain/access";

/** Who may come in: anybody, anybody who is signed in, or whoever holds one of the permissions. */
export type Guard = "public" | "signed_in" | readonly Permission[];

/** Every page and route with its guard. What a guard keeps out is answered as not found, or led to sign in. */
export const PLACES: Readonly<Record<string, Guard>> = {
  "app/(signed-in)/desk/page.tsx": ["submission:fill", "submission:sign"],
  "app/(signed-in)/report/[cycleId]/page.tsx": ["report:read"],
  "app/api/auth/[...nextauth]/route.ts": "public",
  "app/api/health/route.ts": "public",
  "app/cycle/[cycleId]/route.ts": "signed_in",
  "app/page.tsx": "public",
  "app/sign-in/page.tsx": "public",
};

type ActionEntry = { maker: "formAction" | "callAction" | "openFormAction" | "function"; who: Guard };

/**
 * Every server action with who may carry it out; its service decides. A bare "function" changes nothing of the
 * district's: it ends a session or keeps a choice in a cookie.
 */
export const ACTIONS: Readonly<Record<string, ActionEntry>> = {
  "app/(signed-in)/report/[cycleId]/actions.ts#proposeAdjustmentAction": {
    maker: "formAction",
    who: ["report:adjust"],
  },
  "app/(signed-in)/report/[cycleId]/actions.ts#decideAdjustmentAction": {
    maker: "formAction",
    who: ["report:adjust", "report:publish"],
  },
  "app/sign-in/actions.ts#signInAction": { maker: "openFormAction", who: "public" },
  "app/sign-in/actions.ts#signOutAction": { maker: "function", who: "public" },
  "lib/i18n/language-action.ts#setLanguageAction": { maker: "function", who: "public" },
};
