import type { signing as vi } from "#shared/text/vi/signing.ts";

/** Signing of accepted documents, and what is found of signatures. */
export const signing: typeof vi = {
  faults: {
    "no-means":
      "This computer has not been told what to sign with. Nothing was signed. Choose a key file or a token in the settings, under Signing.",
    "not-a-key-file":
      "This is no key file (.p12, .pfx), or it is damaged. Nothing has changed. Choose the file that the certification authority gave out.",
    "wrong-secret":
      "The passphrase or PIN is wrong. Nothing was signed. Type it again; a token locks itself after several wrong PINs.",
    "no-key":
      "No private key was found with the certificate. Nothing was signed. Use the file or token that has the body's key.",
    "key-not-known": "This kind of key cannot be used yet (RSA and ECDSA can). Nothing was signed.",
    "certificate-not-current":
      "The certificate has expired or does not hold yet. Nothing was signed. Check this computer's date, or ask for a new certificate.",
    "no-token-library": "This installation cannot speak with tokens. Key files (.p12, .pfx) still work.",
    "no-module":
      "There is no PKCS#11 library at this path. Install the software that came with the token, then type the full path of its .dll or .so.",
    "module-failed":
      "The PKCS#11 library cannot be opened: it is of another kind, or not for this computer. Install the token's software again.",
    "no-token": "No token was found. What was signed stays signed. Plug it in again and retry.",
    "token-locked":
      "The token is locked after several wrong PINs. What was signed stays signed. Ask whoever issued it to unlock it.",
    "token-failed":
      "The token reports a fault. What was signed stays signed. Plug it in again and sign the rest.",
    "stamp-failed":
      "No time stamp came from the address that was set. The document at hand was not signed; those before it stay signed. Check the network and the address, or leave the address empty to sign without.",
    "not-signable":
      "The signature could not be written into this PDF/A. The file is as it was. See its PDF/A checks.",
    "not-archival":
      "The signed file was no PDF/A any more and was dropped. The file before it is as it was. Please tell support.",
    "object-missing": "The PDF/A is not on this computer, or is damaged. Check the data under Data health.",
    "no-certificate":
      "This is no certificate of a certification authority (.cer, .crt, .pem). Nothing has changed.",
    busy: "This computer is signing another file or batch. Wait for it, or stop it first.",
    "seal-not-png":
      "This is no PNG picture, or it is damaged. Nothing has changed. Choose a picture of the seal in PNG.",
    "seal-too-heavy":
      "The picture of the seal is larger than 2 MB. Nothing has changed. Save it smaller and choose it again.",
    "seal-size":
      "This size cannot be used. Nothing has changed. Each side of the picture must have 100 to 2400 pixels, and the seal be 20 to 50 mm wide.",
    "seal-ground":
      "The seal must stand on a transparent or white ground. Nothing has changed. Take the ground out of the picture and choose it again.",
    "seal-not-red":
      "No red seal is seen in this picture. Nothing has changed. Choose a picture of the body's red seal.",
    "seal-lost":
      "The chosen picture of the seal can no longer be read. Nothing was signed. Choose it again, or take it away in the settings, under Signing.",
  },
  refused: {
    "not-accepted": (count) => `${count} documents are of a batch that is not accepted`,
    "gone-on": (count) => `${count} documents are of a packed batch: take it back to Accepted to sign them`,
    held: (count) => `${count} documents are kept back`,
    "no-rendition": (count) => `${count} documents have no PDF/A yet`,
    "being-made": (count) =>
      `the PDF/A of ${count} documents is being made anew; they can be signed in a few minutes`,
    untouched: (count) => `${count} documents are original PDFs (signed or born digital): left as they are`,
    signed: (count) => `${count} documents are signed`,
    away: (count) => `the PDF/A of ${count} documents is on another computer`,
  },
  states: {
    valid: { label: "Valid signature", hint: "The content is as it was signed; the certificate holds." },
    expired: {
      label: "Certificate not valid",
      hint: "The content is as it was signed, but the certificate did not hold then, or has expired and no time stamp proves that it did.",
    },
    altered: {
      label: "Altered",
      hint: "The content is not as it was signed. Do not use this file; fetch the one kept at the province or in a backup.",
    },
    unreadable: {
      label: "Not checked",
      hint: "The signature is of a kind that the app cannot read. Check it with the certification authority's software.",
    },
  },
  open: "Sign",
  title: (label) => `Sign ${label}`,
  ready: (count) => `${count} documents are ready to be signed`,
  nothing: "No document can be signed now.",
  who: (name, issuer) => `Signs with the certificate of ${name}, issued by ${issuer}.`,
  until: (day) => `The certificate holds until ${day}.`,
  lastHint:
    "The signature stands top right on the first page, with the body's name and the time. Signing comes last: nothing in the file may change after it.",
  passphrase: "Passphrase of the key file",
  pin: "PIN of the token",
  secretHint: "Used for this signing only, and not kept.",
  secretMissing: "Type the passphrase or PIN.",
  start: (count) => `Sign ${count} documents`,
  stop: "Stop",
  progress: (done, total) => `Signing: ${done} of ${total} documents`,
  otherRun: (label) => `This computer is signing ${label}.`,
  outcomes: {
    done: (signed) => `${signed} documents were signed.`,
    cancelled: (signed, left) => `Stopped as asked: ${signed} signed, ${left} documents left.`,
    stopped: (signed, left) => `Had to stop: ${signed} signed, ${left} documents left.`,
  },
  failed: (count) => `${count} documents could not be signed; the others were:`,
  toSettings: "Open settings",
  verify: "Check signatures",
  verifyTitle: (label) => `Signatures of ${label}`,
  verifying: "Checking signatures…",
  unsigned: "Not signed",
  lost: "The record says that it is signed, but no signature can be read in the file: it was altered.",
  notHere: "The file is not on this computer and was not checked.",
  noDocuments: "The file has no PDF/A to check yet.",
  signedBy: (name, issuer) => `${name} (certificate issued by ${issuer})`,
  signedAt: (time) => `Time of signing as the file says: ${time}`,
  stampedAt: (time) => `Time stamp: ${time}`,
  serial: (serial) => `Certificate number: ${serial}`,
  trust: {
    trusted: "The certificate's issuer is one that this computer trusts.",
    unknown: "Issuer not known: it is not in this computer's list of trusted issuers (Settings, Signing).",
  },
  notAsked: "Whether the certificate was revoked could not be asked.",
  setting: {
    title: "Signing",
    hint: "What the body signs with on this computer. Passphrases and PINs are never kept.",
    none: "Nothing is chosen to sign with.",
    now: { file: "Key file", token: "Token (PKCS#11)" },
    holder: "Certificate of",
    issuer: "Issued by",
    serial: "Certificate number",
    validity: "Validity",
    span: (from, to) => `${from} – ${to}`,
    useFile: "Use a key file…",
    useToken: "Use a token…",
    tryIt: "Try it…",
    tried: "It signs: what is chosen works.",
    notYours: "Only an approver or the head of the centre chooses what to sign with.",
    fileTitle: "Use a key file",
    file: "Key file (.p12, .pfx)",
    fileHint: "As the certification authority gave it out. It is kept as it is, locked by its passphrase.",
    fileMissing: "Choose the key file.",
    chooseFile: "Choose a file…",
    tokenTitle: "Use a token",
    module: "The token's PKCS#11 library",
    moduleHint:
      "Full path of the .dll (Windows) or .so (Linux) that the token's software has installed. Plug the token in first.",
    moduleMissing: "Type the path of the library.",
    tryTitle: "Try to sign",
    check: "Try and use",
    tryButton: "Try",
    chosen: "Tried, and chosen to sign with.",
    agency: "The body's name on signatures",
    agencyHint: "Left empty, the name in the certificate stands.",
    stamp: "Address of a time-stamping authority (TSA)",
    stampHint:
      "Left empty, signatures have no time stamp (PAdES B-B). With one, each signature needs the network (PAdES B-T).",
    saved: "The settings of signing were saved.",
    badAddress: "The address must begin with http:// or https://.",
    seal: "Picture of the seal with the signature",
    sealHint:
      "None unless chosen. TT 05/2025/TT-BNV and NĐ 30/2020/NĐ-CP say that digitised copies show no picture of a seal; use one only where the receiving archive asks for it by the earlier rule (TT 02/2019/TT-BNV). A red PNG on a transparent or white ground, 2 MB at most; shown at its true size, below the body's name and the time. A page smaller than the seal shows none.",
    sealKept: "The picture lies on this computer, not encrypted, and is in no backup: keep the original.",
    noSeal: "No seal is shown.",
    sealNow: (name, width) => `Seal shown: ${name}, ${width} mm wide`,
    sealPicture: "The seal as it will stand on the page",
    sealWidth: "Width of the real seal (mm)",
    sealWidthHint: "Measured on the body's seal from edge to edge: 20 to 50 mm.",
    chooseSeal: "Choose a picture of the seal (.png)…",
    sealMissing: "Choose a picture and type the width of the seal.",
    useSeal: "Show this seal",
    dropSeal: "Take the seal away",
    sealChosen: "Signatures show the seal from now on.",
    sealDropped:
      "The seal is taken away and its picture deleted from this computer. What was signed stays as it is.",
    trusted: "Trusted issuers of certificates",
    trustedHint:
      "Root certificates from the issuer's official site. Only with these is a signature said to be trusted.",
    noTrusted: "None yet.",
    addTrusted: "Add a root certificate…",
    removeTrusted: (name) => `No longer trust ${name}`,
    trustAdded: "The issuer is trusted now.",
  },
};
