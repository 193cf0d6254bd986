import type { findingAid as source } from "#shared/text/vi/finding-aid.ts";

export const findingAid: typeof source = {
  title: (fonds) => `Finding aid: ${fonds}`,
  untitled: "[No title yet]",
  language: "Vietnamese",
  languages: {
    vie: "Vietnamese",
    eng: "English",
    fre: "French",
    rus: "Russian",
    chi: "Chinese",
    hanChi: "Classical Chinese",
    hanVie: "Nôm",
  },
  rules: "ISAD(G): General International Standard Archival Description, second edition",
  creation: (program) => `Made by ${program} of the descriptions of accepted files and items, on`,
  made: "Made by machine",
  extents: { files: "files", items: "items", leaves: "leaves", pages: "pages" },
  leaves: (leaves) => `Leaves ${leaves}`,
  unitBefore: (unit, above) =>
    `Administrative unit until 30 June 2025: ${[unit, above].filter(Boolean).join(", ")}.`,
  unitNow: (now) => `Today in ${now}.`,
  unitGave: (now, others) => `Today in ${now}; a part of it went to ${others}.`,
  unitDivided: (communes) => `Today its area is divided among: ${communes}.`,
  listedAs: (name, code) =>
    `The province has found it to be one fonds with: ${[code, name].filter(Boolean).join(" ")}.`,
  scheme:
    "In the order of the fonds' classification scheme; groups without records in this aid are left out. Files in no group come last.",
  noScheme:
    "No classification scheme of the fonds is in this aid; files are in order of inventory and number.",
  keyGroups: (groups) => `Main groups of records: ${groups}`,
  otherTypes: (types) => `Other kinds of records: ${types}`,
  open: "Open fonds: more records are to come.",
  levels: {
    open: "This aid holds what is open to everyone alone.",
    conditional: "This aid holds what is open to everyone and what is read on request.",
    closed: "This aid holds what tells of persons too: it is for those alone who may have that.",
  },
  masked: "Numbers of papers of identity are hidden. Nothing secret is in this aid.",
  provisional: "The codes of the fonds and of the archive are not confirmed by the province and may change.",
  copy: "There is a digital copy (PDF/A) at the province.",
  retention: (name) => `Retention: ${name}`,
  notation: (text) => `Number and symbol of the file: ${text}`,
  inventory: (text) => `Inventory no.: ${text}`,
  autograph: (text) => `Handwritten notes: ${text}`,
  note: (text) => `Note: ${text}`,
};
