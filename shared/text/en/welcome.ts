import type { welcome as vietnamese } from "#shared/text/vi/welcome.ts";

export const welcome: typeof vietnamese = {
  title: "Welcome to Mục Lục",
  subtitle: "List, capture and hand over archives, also without a network. Answer three questions to begin.",
  name: "Your name",
  nameHint: "It is noted with every change you make.",
  nameMissing: "Enter your name.",
  nameTooLong: "The name is longer than 200 characters.",
  role: "Your role",
  roleMissing: "Choose a role.",
  roleHints: {
    "commune-preparer": "Make the commune's inventory, put files into batches and hand them over.",
    sorter: "Arrange papers, list them and prepare files for scanning.",
    "capture-operator": "Scan or import scans, and mend faulty pages at the district center.",
    checker: "Check pages and documents, and send faults back to an earlier station.",
    approver: "Accept or return batches that others listed and captured.",
    "district-checker":
      "Receive the communes' batches, check, accept or return them, report to the province.",
    "province-officer": "Watch the districts, see the batches received and find documents of the province.",
    administrator: "Set up the machine, its backups and lines; enters and accepts no documents.",
  },
  unit: "Your unit",
  unitHints: {
    commune: "Choose a commune, ward or township.",
    district: "Choose a district, town or city.",
    province: "Choose the province.",
  },
  unitAfterRole: "Choose the role first, then the unit.",
  unitPlaceholder: "Type to search, without accents if you like",
  unitMissing: "Choose the unit.",
  unitNotFound: "There is no such unit",
  start: "Start working",
  sample: "Try with sample data",
  sampleHint: "No documents yet? Walk the whole journey with a sample inventory and a few sample scans.",
  problemsTitle: "A few things are missing",
  unitDate: "Units as of May 2025.",
};
