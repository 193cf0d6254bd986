import type { HelpPage } from "#shared/text/help-page.ts";

export const notesPage: HelpPage = {
  title: "Notes",
  summary:
    "Notes, questions and wishes on batches, files, items and single pages, and all of them in one place.",
  steps: [
    "At the foot of a batch's page, or in “Notes and discussion” of a file, choose the kind, write, and press “Write”.",
    "While an item is edited or checked, or a page judged, press “Notes” and choose the whole item or one of its pages.",
    "Who shall answer is named under “For”: on their machine “Notes” shows how many wait.",
    "Open “Notes”, narrow them by person, kind and state; arrow up and down walk, Enter opens.",
    "Press “Answer”, or “Settled” when it is done.",
  ],
  notes: [
    "A note is written once and not edited; withdraw a wrong one and say why. Nothing is deleted.",
    "It works without a line: notes go with their record when there is one, or in a USB parcel.",
    "The count goes down only when whoever was named answers, or when the note is settled.",
  ],
  picture: "",
};

export const waitingPage: HelpPage = {
  title: "Why a batch does not go on",
  summary:
    "It waits for its own files or for other batches of its fonds, or it was refused: where to look, what to do.",
  steps: [
    "Open the batch. The frame that says it cannot go on names each obstacle; press a name to open it.",
    "Other batches of its fonds are behind: by the province's list of steps all batches with files of one fonds come to this step together. Go on with those that are named.",
    "Where it cannot wait, a checker writes why, in at least 10 characters. At acceptance that reason has a field of its own; the reasons for what is missing do not stand for it.",
    "Where the receiver refused a step, the batch stands again as the receiver has it: read the reason, mend it, and take the step anew.",
  ],
  notes: [
    "Files of the fonds that lie in no batch are counted, and hold nothing up.",
    "Work without a line costs nothing: the receiver does not ask again about batches that this machine had seen when it took the step, and refuses only for one behind that it had not heard of.",
    "Of many batches moved at once those with obstacles stay and are named; the others go.",
  ],
  picture: "",
};
