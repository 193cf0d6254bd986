import type { Words } from "#shared/text/vi.ts";

export const aside: Words["aside"] = {
  title: "Records not in the store",
  open: (count) => `Not in the store: ${count}`,
  subtitle:
    "What machines sent and the province keeps until another record comes, or does not take. Nothing is lost.",
  refresh: "Ask the province again",
  which: "Kind",
  held: (count) => `Kept (${count})`,
  refused: (count) => `Not taken (${count})`,
  heldHint:
    "They are safe; each is filed by itself when the record that contains it comes, from whichever machine. Ask the sender where it takes long.",
  refusedHint:
    "The province keeps what it does not take as it was sent. The sender sees the reason too; once mended it is sent again and leaves this list.",
  find: "Filter by unit, machine or name",
  list: "List",
  columns: { record: "Record", from: "Sent by", why: "Why", since: "Since", next: "What to do" },
  waitsFor: (kind) => `Waits for the ${kind.toLocaleLowerCase()} that contains it`,
  waitsForContent: "Waits for the rest of the batch: not all is there to compare with what was accepted",
  parentRefused: (reason) => `What it waits for was not taken: ${reason}`,
  next: {
    content: "It is compared by itself once all is there; if it takes long, ask the unit that has what lacks",
    held: "Wait; ask the sender if it takes long",
    parent: "Settle the record it waits for first",
    "not-your-scope": "Look at the unit that the machine was enrolled with",
    "not-your-role": "Look at the role that the machine was enrolled with",
    "batch-accepted":
      "The edit is kept here as it was sent; if it is right the district reopens the batch, and the sender sends it again",
    "not-a-record": "Update the province's server, or the sender's app",
  },
  none: "No record waits",
  noneHint: "All that the machines sent is in the store.",
  nothing: "No record matches.",
  latest: (shown, total) => `The latest ${shown} of ${total}.`,
  more: "Show more",
  settled: (count) => `${count} records that were here have been settled.`,
};
