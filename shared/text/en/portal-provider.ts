import type { Words } from "#shared/text/vi.ts";

type Faults = Words["portal"]["faults"];

export const providerFaults: Pick<
  Faults,
  keyof Faults & (`oidc-${string}` | `identity-${string}` | "own-identity")
> = {
  "oidc-away":
    "The province's accounts do not answer, so nobody can sign in that way now. Nothing is lost. Sign in by name and passphrase, or try again in some minutes; tell the administrator if it stays so.",
  "oidc-state":
    "This sign-in was not begun in this browser, was used before or is too old, so it was not taken. Nobody was signed in. Press the button to begin again; tell the administrator if it was not you who began it.",
  "oidc-expired": "More than 10 minutes passed, so this sign-in is over. Nobody was signed in. Begin again.",
  "oidc-denied":
    "You turned back, or the province's accounts let you in no further. Nobody was signed in. Press the button to try again, or sign in by name and passphrase.",
  "oidc-refused":
    "The province's accounts answered with an error, so nobody was signed in. Nothing is lost. Try again; if it fails again, sign in by name and passphrase and tell the administrator.",
  "oidc-answer":
    "The answer of the province's accounts could not be verified and was not used. Nobody was signed in. Press the button to begin again; if it stays so, sign in by name and passphrase and tell the administrator.",
  "oidc-unknown":
    "The account is right, but it was noted of nobody in the portal. No account was made. Ask the portal's administrator to note it of you, or sign in by name and passphrase.",
  "oidc-unverified":
    "The province's accounts have not verified the e-mail address or the name of this account, so the portal does not know who you are. Nothing was changed. Verify the address there, or sign in by name and passphrase.",
  "oidc-closed":
    "This person is shut out of the portal and cannot sign in. Their log and requests are kept. Ask the portal's administrator.",
  "oidc-other":
    "This address belongs to another account of the province already, so nobody was signed in. Nothing was changed. If your account was made anew, ask the portal's administrator to unbind the old one.",
  "identity-taken": "This account is noted of another person of the portal. Nothing was changed; check it.",
  "identity-none": "This person is bound to no account any more. The list was loaded anew.",
  "own-identity":
    "Nobody notes or unbinds an account of their own. Ask another administrator. Nothing was changed.",
};

export const portalProvider: Words["portal"]["provider"] = {
  button: "Sign in with the province's account",
  or: "or",
  asked: "The province's accounts know you. Type the six digits of the phone too, or a recovery code.",
  confirm: "Continue",
  back: "Sign in another way",
  title: "Signing in with the province's account",
  hint: "Only who is on the list above, and has an account noted here, gets in this way. The first sign-in binds them to that very account.",
  noted: "Account at the province",
  notedHint:
    "The e-mail address or name of the account, just as it is there, in plain letters without blanks. Leave it empty where this person signs in that way no more.",
  none: "None noted",
  waits: "Not signed in yet",
  bound: (time) => `Bound at ${time}`,
  note: "Note account",
  change: "Change account",
  unbind: "Unbind",
  unbindHint: (name) =>
    `${name} is signed out where they came in with the province's account. The next account that the province vouches for as noted is bound anew. Say why, in at least 5 characters; it stays in the audit.`,
  changeHint: (name) =>
    `What ${name} was bound to, if anything, is unbound; their name and passphrase still work.`,
  reason: "Reason",
  reasonHint: "At least 5 characters; it stays in the audit.",
  save: "Save",
  cancel: "Cancel",
  of: (action, name) => `${action}: ${name}`,
};
