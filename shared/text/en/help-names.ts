import type { HelpPage } from "#shared/text/help-page.ts";

export const namesPage: HelpPage = {
  title: "Issuing bodies and signers",
  summary: "Type some letters, accents or not, to choose a known name; a new one is sent to the province.",
  steps: [
    "In “Issuing body” or “Signer” type some letters; the down arrow chooses, Enter takes.",
    "If the name is not there, type it whole: it is kept as typed and offered on this machine at once.",
    "A new name says “awaits the province” until the province accepts it or merges it into the right one.",
    "An officer of the province opens “Whole province”, “Names awaiting the province”: “Accept”, or fill in the right name and “Merge”.",
  ],
  notes: [
    "Names that a fonds has most often come first. Names in imported workbooks and confirmed readings are sent to the province too.",
    "When a name was merged, typing the old one finds the right one; records already entered are not changed.",
    "What you type is never changed by itself: only choosing from the list replaces it.",
  ],
  picture: "",
};
