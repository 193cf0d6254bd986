import type { Words } from "#shared/text/vi.ts";

export const notes: Words["notes"] = {
  title: "Notes and questions",
  kinds: {
    note: "Note",
    question: "Question",
    correction: "Asks for a change",
    answer: "Answer",
    claim: "Taken on",
  },
  kind: "Kind",
  text: "Text",
  hint: "Written once and not changed; what is wrong is withdrawn. Sent to the province with the record.",
  write: "Write",
  empty: "Write something first.",
  none: "There is no note yet.",
  by: (person, time) => `${person}, ${time}`,
  answer: "Answer",
  answerTo: (person) => `Answer to ${person}`,
  solve: "Settled",
  reopen: "Open again",
  solved: (person, time) => `Settled by ${person} at ${time}`,
  withdraw: "Withdraw",
  withdrawTitle: "Withdraw the note",
  reason: "Why it is withdrawn",
};
