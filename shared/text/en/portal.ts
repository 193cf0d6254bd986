import { portalAdmin } from "#shared/text/en/portal-admin.ts";
import { portalCopies } from "#shared/text/en/portal-copies.ts";
import { portalFind } from "#shared/text/en/portal-find.ts";
import { portalFonds } from "#shared/text/en/portal-fonds.ts";
import { portalLinks } from "#shared/text/en/portal-links.ts";
import { portalProvider, providerFaults } from "#shared/text/en/portal-provider.ts";
import type { Words } from "#shared/text/vi.ts";

export const portal: Words["portal"] = {
  title: "Archive search",
  watermark: (name, day) => `READING COPY · ${name} · ${day}`,
  province: "Former Bình Định province",
  skip: "To the content",
  menu: "Parts of the portal",
  search: "Search",
  readers: "People",
  appearance: "Appearance",
  leave: "Sign out",
  copies: portalCopies,
  links: portalLinks,
  admin: portalAdmin,
  provider: portalProvider,
  retry: "Try again",
  roles: {
    "commune-reader": "Commune official",
    archivist: "Archivist",
    "portal-administrator": "Portal administrator",
  },
  faults: {
    "passphrase-wrong": "The name or the passphrase is wrong.",
    "code-wrong":
      "The code is wrong, over or was used before. Wait for the next one and try again; check the time of the phone.",
    "factor-on":
      'This account has a second factor already. Load the page anew; to change phones, use "Move to another phone".',
    "factor-none": "This account has no second factor any more. Load the page anew.",
    "factor-required":
      "The province asks a second factor of administrators, so it was not turned off. It can be moved to another phone.",
    "factor-needed": "Set up a second factor before anything else.",
    "try-later":
      "There were too many wrong tries. Wait some minutes; the administrator can give out a new passphrase.",
    "too-many-requests": "There were too many tries from this address. Wait a minute and try again.",
    "passphrase-short":
      "A new passphrase has at least 10 characters and differs from the old one. A short sentence is best.",
    "passphrase-given": "Choose a passphrase of your own first.",
    "not-signed-in": "The session is over. Sign in again to go on; nothing is lost.",
    "not-your-role": "Your role does not do this.",
    "login-taken": "Another person signs in with this name. Choose another.",
    "machine-out": "This machine was shut out before, or is not on the list. The list was loaded anew.",
    "partner-out":
      "This partner's token was taken back before, or it is not on the list. The list was loaded anew.",
    "not-your-scope": "This unit is beyond your scope. Nothing was given.",
    "rules-changed":
      "Somebody else published rules while you edited, so nothing was published. What you changed is still here, and is compared with the new rules now: look at the changes again, then publish.",
    "rules-same": "Nothing differs from the rules in force, so nothing was published.",
    "rules-fault":
      "Something in the rules is not allowed, so nothing was published. Check the days and the steps.",
    "rules-file-older":
      "A part of the data has no later version than the one in force, so nothing was published. Raise its version in the file and choose it again.",
    "rules-not-yours": "Only administrators of the whole province publish rules. Nothing was published.",
    "not-your-units":
      "A unit lies beyond your administration. Nothing was amended; this is for the province's administrator.",
    "units-moved":
      "The tables changed meanwhile (somebody amended them, or an amendment came into force), so this one was not kept. They were loaded anew; look at the effect again, then publish.",
    "plan-ended":
      "It is in force already, or was withdrawn before: nothing was changed now. The list was loaded anew.",
    "units-unfit":
      "The amendment no longer fits the tables and was not published. Show the effect to see why.",
    "units-full": "No machine takes more amendments: it was not published. Tell who maintains the program.",
    "own-entry": "Nobody shuts themselves out. Ask another administrator.",
    "not-found": "There is no such document within your scope.",
    "not-a-step": "The request is at another step already. Open it again to see.",
    "step-taken": "Somebody else just took a step on this request. It was loaded anew: look at it and go on.",
    "not-shareable":
      "This document cannot be shared by a link any more: only what is open, accepted and has its PDF/A at the province. Nothing was made.",
    "link-out": "This link was withdrawn before. The list was loaded anew.",
    "reason-missing": "This step needs a reason.",
    "no-rendition":
      "The PDF/A has not come to the province, so no copy can be made yet. The request stays as it is.",
    "too-long":
      "The document is too long for a copy in the portal. The request stays as it is; copy the paper.",
    unreadable: "This page could not be drawn. The other pages can be read; tell the archivist.",
    busy: "The server is busy. Try again in some seconds.",
    "meaning-off":
      "This province does not search by meaning: no model is installed, or its database has no pgvector. Searching by words works.",
    "meaning-away":
      "The model that searches by meaning does not answer. Nothing is lost and searching by words works; tell the administrator if it stays so.",
    ...providerFaults,
    offline: "The province's server cannot be reached. Check the network and try again.",
    other: "The server failed. Try again; if it fails again, tell the administrator.",
  },
  enter: {
    title: "Sign in",
    hint: "The portal is for officials with an account. Each reading of a document is logged.",
    login: "Name to sign in with",
    passphrase: "Passphrase",
    submit: "Sign in",
    help: "No account, or passphrase forgotten: ask the portal's administrator at the Department of Home Affairs.",
  },
  factor: {
    title: "Second factor",
    required: "The province asks administrators to set up a second factor before anything else.",
    why: "Beside the passphrase, signing in asks for six digits that a phone makes. Who knows the passphrase alone does not get in.",
    apps: "Any app that makes codes will do (Google Authenticator, Microsoft Authenticator, FreeOTP); the phone needs no network. Type the passphrase to begin.",
    begin: "Continue",
    scan: "Open the app that makes codes on the phone, and scan this picture.",
    picture: "QR code of the second factor",
    here: "This page is open on that very phone: add it to the app that makes codes",
    typed: "Where it cannot be scanned, type this key into the app:",
    first: "The six digits that the app shows",
    confirm: "Turn the second factor on",
    on: "This account has a second factor.",
    recovery:
      "Write down or print these ten recovery codes and lock them away. Each lets you in once where the phone is not at hand. They are shown this once.",
    recoveryList: "Recovery codes",
    done: "I have put the codes away",
    lost: "Where the phone is lost: sign in by a recovery code, then move to another phone by a second one. Where no recovery code is left, an administrator takes the second factor away.",
    renew: "Move to another phone",
    renewWhy:
      "The phone in use counts until a code of the new one was typed. Ten new recovery codes take the place of the old.",
    turnOff: "Turn the second factor off",
    offWhy:
      "Once it is off the passphrase alone lets you in, and the recovery codes are void. That it was turned off stays in the audit.",
    offConfirm: "Turn it off",
    mustKeep: "The province asks a second factor of administrators, so it cannot be turned off.",
    present: "Code of the phone in use, or a recovery code",
    cancel: "Cancel",
    asked: "Type the six digits of the phone, or a recovery code.",
    code: "Code",
  },
  own: {
    title: "Choose your own passphrase",
    hint: "The one you used was given to you by another. Choose your own, of at least 10 characters; a short sentence is best.",
    old: "Passphrase given to you",
    next: "New passphrase",
    again: "New passphrase again",
    differ: "The two are not the same.",
    submit: "Set it and go on",
  },
  find: portalFind,
  fonds: portalFonds,
  item: {
    back: "Search results",
    pages: "Pages",
    page: (at, total) => `Page ${at}/${total}`,
    paper: "Where the paper is",
    file: "File",
    fonds: "Fonds",
    inventory: "Inventory",
    box: "Box",
    location: "Room, shelf, tier",
    from: "Former unit",
    to: "New commune",
    undecided: (communes) => `${communes.join(" or ")} (not decided yet)`,
    stays: (keeper, others) => `${keeper}; may be of the part given to ${others}`,
    issuer: "Issuer",
    signer: "Signer",
    notKnown: "not noted",
    "on-request":
      "This document is read on request. Press Ask for a copy to send a request to the archivist.",
    "no-rendition":
      "The document's PDF/A has not come to the province yet. Its description beside can be used.",
    unaccepted:
      "The batch of this document is not accepted: its description and scans may still change, and officials of communes do not find it.",
    masked: "Numbers of personal papers are covered in this reading copy.",
    large:
      "A large page: turn the wheel or pinch with two fingers to zoom, drag to move. Keys: + − 0 and the arrows.",
    largeComing: "A large page: its details are being prepared; the small picture is shown meanwhile.",
    largeFailed:
      "The details of this large page could not be had; the small picture is shown. Open the page again in a few minutes.",
  },
  file: {
    items: "Documents of the file",
    shown: (shown, total) => `${shown} of ${total} documents that you may find`,
    none: "There is no document of this file yet that you may find.",
    columns: { ordinal: "No.", notation: "Number, symbol", date: "Date", title: "Subject", level: "Use" },
    dates: "Dates of its documents",
    code: "Code of the file",
    more: "More documents",
    open: "Open the file",
  },
  people: {
    title: "People of the portal",
    subtitle: "Give accounts, give new passphrases, close accounts. What each person read stays in the log.",
    list: "List of people",
    add: "Add a person",
    login: "Name to sign in with",
    loginHint: "Small letters without marks, digits, dots or dashes, as in lan.nt",
    name: "Full name",
    office: "Office",
    role: "Role",
    unit: "Scope",
    unitHint: "Commune officials: a new commune. Archivists: the province or a former district.",
    save: "Give the account",
    cancel: "Cancel",
    state: "State",
    open: "In use",
    given: "Has not changed the given passphrase",
    closed: "Closed",
    close: "Close",
    reopen: "Open again",
    renew: "New passphrase",
    renewHint: (name) =>
      `${name} is signed out at once; the old passphrase opens nothing any more, and the new one is to be changed at the next entry. Do it only where you are sure of the person: face to face, or by a telephone number known before. Say why, in at least 5 characters; the reason stays in the audit.`,
    factorOn: "Second factor on",
    factorOff: "No second factor",
    resetFactor: "Take second factor away",
    resetHint: (name) =>
      `${name} is signed out and signs in by the passphrase alone until it is set up anew. Do it only where you are sure of the person: face to face, or by a telephone number known before. Say why, in at least 5 characters; the reason stays in the audit.`,
    of: (action, name) => `${action}: ${name}`,
    passphraseTitle: "Passphrase to hand over",
    passphraseHint: (name) =>
      `Hand it to ${name} in private. It is shown this once, and is to be changed at the first entry.`,
    done: "I have handed it over",
    why: "Why",
    whyHint: "For example the letter by which the office asked for it; it stays in the audit.",
    reason: "Reason",
    closeHint: (name) =>
      `${name} is signed out at once and cannot enter. What they read and asked for stays; the account can be opened again. Write the reason in at least 5 characters; it stays in the audit.`,
    reopenHint: (name) =>
      `${name} can enter again with the former passphrase. Write the reason in at least 5 characters; it stays in the audit.`,
  },
};
