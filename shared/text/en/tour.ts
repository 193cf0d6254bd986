import type { tour as vietnamese } from "#shared/text/vi/tour.ts";

export const tour: typeof vietnamese = {
  back: "Back",
  next: "Next",
  end: "Finish",
  hide: "Pause (Esc)",
  position: (at, total) => `${at}/${total} · keys ← →`,
  steps: {
    home: {
      title: "Begin here every day",
      text: "This list says what to do next, urgent things first. Press a line to open the place where it is done. You may use everything while the tour is shown; Esc pauses it, and it goes on later.",
    },
    sample: {
      title: "Sample data to try with",
      text: "Press “Start” to load a fonds, a few files and sample scans. Try freely, nothing real is touched. Wait until the first step says “done”, then press Next.",
    },
    inventory: {
      title: "Fonds and inventory",
      text: "One fonds for each body. Open the sample fonds to see its files, then press Next. For real work, press “New fonds” first.",
    },
    entry: {
      title: "Like a spreadsheet, with fewer keys",
      text: "Type into the cells: Tab goes right, Enter down, Ctrl+Enter opens a new row with the kept values. A block from Excel can be pasted. If there is no grid yet, open the sample fonds first.",
    },
    workbook: {
      title: "Is it in Excel already?",
      text: "In the fonds, “Import from Excel” checks each row first and writes nothing. Mend it, then write; and it can be undone.",
    },
    review: {
      title: "Review before handing over",
      text: "Numbers that lack or repeat, leaves, and duplicates are shown here, to be mended before the batch is handed over.",
    },
    batches: {
      title: "Batches",
      text: "Files travel from the commune to the center in batches: make one, put files in, hand it over; the center receives and counts each file. If it is returned, the batch says why.",
    },
    capture: {
      title: "The capture station",
      text: "Drop a folder of scans. They find their items by name; the machine reads them and makes PDF/A without a network. Faulty pages wait for you.",
    },
    check: {
      title: "Check and accept",
      text: "The batch is compared with its inventory and each lack is named. Check item by item with A, J and K; then accept, or return with a reason.",
    },
    province: {
      title: "Whole province",
      text: "The figures of each district as the province's server holds them. Open a district to see its batches.",
    },
    search: {
      title: "Search without accents",
      text: "Type a few words, without accents if you like, or a number such as 123/QĐ-UBND. The text of scans is searched too. Ctrl+K opens it from anywhere.",
    },
    status: {
      title: "Saved, and sent",
      text: "At the left: when changes became safe on this machine. At the right: how much went to the province. No Save button is needed.",
    },
    comfort: {
      title: "Easy on the eyes",
      text: "This button changes the text size 100–175 %, light or dark, and the language. F1 opens the sheet of every key.",
    },
    help: {
      title: "Help is always here",
      text: "This button (or Shift+F1) opens the help of the screen you are on; there is also a one-page card to print. Enjoy your work!",
    },
  },
};
