import type { ActionTable } from "./action-row";

/** Actions by which nobody else's things can be changed, each with the reason. */
export const HARMLESS_ACTIONS: ActionTable = {
  "app/(signed-in)/account/actions.ts": {
    changePasswordAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
    changeNoticesAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
    makeCalendarAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
    endCalendarAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
    endOtherSessionsAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
  },
  "app/(signed-in)/account/second-factor-actions.ts": {
    prepareSecondFactorAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
    stopSecondFactorAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
    confirmSecondFactorAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
    renewRecoveryCodesAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
    removeSecondFactorAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
  },
  "app/(signed-in)/account/token-actions.ts": {
    makeTokenAction: { kind: "signed_in", because: "it makes a token of who sends it" },
  },
  "app/(signed-in)/account/identity-actions.ts": {
    removeOwnIdentityAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
  },
  "app/(signed-in)/account/passkey-actions.ts": {
    preparePasskeyAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
    addPasskeyAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
    removePasskeyAction: { kind: "signed_in", because: "it is about nobody but who sends it" },
  },
  "app/sign-in/passkey-actions.ts": {
    drawSignInChallengeAction: { kind: "function", because: "it draws a question for the sender's own browser" },
    drawSecondChallengeAction: { kind: "function", because: "it draws a question for the sender's own browser" },
    signInByPasskeyAction: { kind: "open", because: "a passkey says who sends it" },
    passPasskeyAction: { kind: "open", because: "a passkey says who sends it, after the password" },
  },
  "app/sign-in/second/actions.ts": {
    passSecondFactorAction: { kind: "open", because: "a code says who sends it, after the password" },
  },
  "app/(public)/reports/proof/actions.ts": {
    checkProofAction: { kind: "function", because: "it reads a file that was sent and stores nothing" },
  },
  "app/(public)/reports/verify/actions.ts": {
    recogniseFileAction: { kind: "function", because: "it compares a file that was sent and stores nothing" },
  },
  "app/(public)/checkup/actions.ts": {
    checkUpAction: { kind: "function", because: "it reads a file that was sent and stores nothing" },
  },
  "app/invitation/actions.ts": {
    acceptInvitationAction: { kind: "open", because: "the code of an invitation says who sends it" },
  },
  "app/set-password/actions.ts": {
    setPasswordAction: { kind: "open", because: "a one-time code says who sends it" },
  },
  "app/set-up/actions.ts": {
    setUpAction: { kind: "open", because: "its service refuses an installation that is set up" },
  },
  "app/sign-in/actions.ts": {
    signInAction: { kind: "open", because: "a password says who sends it" },
    signOutAction: { kind: "function", because: "it ends the sender's own session" },
  },
  "lib/i18n/language-action.ts": {
    setLanguageAction: { kind: "function", because: "it keeps a choice in the sender's cookie" },
  },
};
