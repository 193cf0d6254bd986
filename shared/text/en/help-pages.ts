import type { HelpPage, HelpPageName } from "#shared/text/help-page.ts";
import { boxesPage, printPage } from "#shared/text/en/help-boxes.ts";
import { encryptionPage } from "#shared/text/en/help-encryption.ts";
import { namesPage } from "#shared/text/en/help-names.ts";
import { notesPage, waitingPage } from "#shared/text/en/help-notes.ts";
import { schemePage } from "#shared/text/en/help-scheme.ts";

export const helpPages: Record<HelpPageName, HelpPage> = {
  start: {
    title: "Getting started",
    summary: "Open the app for the first time, choose your role and do the first thing.",
    steps: [
      "Enter your name, choose your role and unit. Type the unit's name without accents if you like.",
      "Press “Start working”. The “To do” screen says what to do next.",
      "Press a line to open the place where it is done. A line that is finished is ticked off.",
    ],
    notes: [
      "No network is needed. Every change is saved on this machine at once; the time stands at the bottom.",
      "Without documents of your own, open “Sample data” and walk the whole journey; nothing real is touched.",
      "Change role or unit in “Settings”.",
    ],
    picture: "The “To do” screen with the list of things to do and the dates",
  },
  inventory: {
    title: "Fonds, inventory, box, file",
    summary: "How papers are arranged in the app.",
    steps: [
      "Open “Inventory” and press “New fonds”. A fonds is everything one body produced.",
      "In a fonds, files stand by inventory list, then by box. Choose in the tree at the left to see one box.",
      "Open a file to see and enter its items.",
    ],
    notes: [
      "A fonds belongs to the body that made it and is not moved to a new commune, not after 1 July 2025 either.",
      "Nothing is deleted: files and items are only withdrawn, with a reason, and can be restored.",
    ],
    picture: "The list of fonds in the inventory",
  },
  scheme: schemePage,
  boxes: boxesPage,
  entry: {
    title: "Fast entry in the grid",
    summary: "List many items by keyboard, with fewer keys than a spreadsheet.",
    steps: [
      "Choose a cell and type; Tab goes to the next cell that is typed in, Enter goes down, F2 edits what is there, Esc gives up.",
      "Press a heading to keep its value for the next row: type, symbol, issuer and signer are often the same.",
      "Ctrl+Enter saves the row and opens a new one with the kept values and the next number.",
      "Ctrl+D copies down through the selection; paste a block from Excel straight into the grid.",
    ],
    notes: [
      "Dates are typed 05/03/2016, 03/2016 or 2016; the app never rewrites text while you type.",
      "Unikey, EVKey and the Windows input methods work in every cell.",
      "Press F1 to see every key.",
    ],
    picture: "The grid of the files of a fonds",
  },
  names: namesPage,
  workbook: {
    title: "Import from Excel",
    summary: "Bring in an inventory that is already in Excel; it is checked before anything is written.",
    steps: [
      "Open the fonds, press “Import from Excel” and choose the .xlsx, .xls or .csv.",
      "See what was found: each problem names its row, its cell and its reason. Nothing is written yet.",
      "Mend it in Excel and choose it again, or press the button that writes the rows that pass.",
    ],
    notes: [
      "Importing the same workbook again makes no duplicates.",
      "A column “Nhóm”, “Khung phân loại” or “Đề mục” puts files into groups of the scheme, by notation or title.",
      "Numbers kept as text, such as “01”, stay; dates with only a month or a year stay.",
      "Text in old fonts (TCVN3, VNI) is found; look at the preview, then agree to the conversion.",
    ],
    picture: "The screen that imports an inventory from Excel",
  },
  rules: {
    title: "Retention, scope, priority",
    summary: "What each file needs by the province's letter.",
    steps: [
      "Choose the retention period. The app suggests it with its source; you decide.",
      "Enter how far the paper is arranged, and its dates. First come permanent, fully arranged papers of 2015–2020.",
      "Mark papers in frequent use; where a file outside the scope is taken in, write the reason.",
    ],
    notes: [
      "Priority groups: decisions (in communes, individual ones), plans, reports, papers in frequent use.",
      "The “To do” screen counts the files that lack any of these.",
    ],
    picture: "",
  },
  secret: {
    title: "State secrets",
    summary: "Papers marked Mật, Tối mật or Tuyệt mật must not enter this system.",
    steps: [
      "Where a paper bears a mark of secrecy, stop and do not scan it.",
      "The app refuses text with such a mark and records the decision not to enter it.",
      "Keep the paper apart and tell the person in charge of state secrets.",
    ],
    notes: ["Do not write what a secret paper says into a note or any other field."],
    picture: "",
  },
  numbers: {
    title: "Numbers, leaves, duplicates",
    summary: "The app shows numbers that lack or repeat, and items that may be doubled.",
    steps: [
      "Open “Review” and choose the fonds: each type of each year is numbered from 1 on.",
      "A number lacks: find the paper, or note that there is none. A number repeats: open both and mend one.",
      "Duplicates: keep one, or write why both are kept (another addressee, for example).",
    ],
    notes: ["The leaves of a file run from 1 without a break; gaps and overlaps are named by file."],
    picture: "",
  },
  undo: {
    title: "Saving and undoing",
    summary: "There is no Save to remember, and what was done can be undone.",
    steps: [
      "Look at the bottom of the screen: “Saved on this machine” means the change is safe on the disk.",
      "Ctrl+Z undoes, Ctrl+Y does again, many steps, also an edit of thousands of rows.",
    ],
    notes: [
      "A power cut does not take what was said to be saved.",
      "Where somebody changed the same place after you, undo does not overwrite it.",
      "Where two people changed one field without seeing each other's change, both values are kept under “Two values”: key 1 or 2 chooses one, key 3 writes another, and every machine follows.",
      "Files and items that were withdrawn are kept with their reasons and can be restored at any time.",
    ],
    picture: "",
  },
  batches: {
    title: "Make and hand over a batch",
    summary: "A batch is what travels from the commune to the center.",
    steps: [
      "Open “Batches”, press “New batch” and name it.",
      "Press “Put files into the batch” and choose files of the fonds.",
      "Press “Hand over to the center” when the paper is ready. The center receives it and counts each file.",
    ],
    notes: [
      "A batch that was handed over takes no more files; until it is received you may take it back.",
      "A returned batch says why: mend it and hand it over again.",
    ],
    picture: "A batch with its progress and its files",
  },
  waiting: waitingPage,
  notes: notesPage,
  capture: {
    title: "Bring in scans",
    summary: "Scans find their items; the machine reads them and makes PDF/A.",
    steps: [
      "Open “Capture”, choose a received batch, press “Start capturing”.",
      "Under “Take pages” choose a scanner, files at hand, a watched folder or the camera. Files named <file code>.<number> are attached by themselves.",
      "What is not clear waits under “Unmatched tray”, with its number on the tab: choose its item and press “Attach”.",
      "Under “Documents” see the leaves beside each item; when all are there, hand the batch to checking.",
    ],
    notes: [
      "The master scan is never changed; each object has its SHA-256.",
      "A damaged page waits for a person while the rest of the batch goes on.",
    ],
    picture: "The capture station of a batch",
  },
  check: {
    title: "Check, accept, return",
    summary: "Compare a batch with its inventory, check each item, then decide.",
    steps: [
      "Open “Check and accept” and choose a batch. “What lacks” names each place.",
      "Check item by item: A passes, J and K go to the next and the one before.",
      "Accept, or return with a reason.",
    ],
    notes: [
      "To accept a batch that lacks something a reason is needed; it travels with the batch.",
      "It is better that another person checks than the one who scanned.",
    ],
    picture: "The completeness of a batch",
  },
  send: {
    title: "Sending to the province",
    summary: "The app sends by itself when there is a network; without one, work goes on.",
    steps: [
      "Set the province's server once in “Settings”, with the code the province gives.",
      "See “Sent to the province” at the bottom; press it for details and to sync now.",
      "A centre without Internet: on one computer open “Settings”, “Hub of the centre”, turn it on and make a code; on the others find the hub and type the code.",
    ],
    notes: [
      "The province computes the SHA-256 of each object itself; only when it agrees has it been received.",
      "The “practice province” runs on this machine for learning and keeps no real documents.",
    ],
    picture: "",
  },
  search: {
    title: "Search",
    summary: "Search the inventory and the text of scans, without accents if you like.",
    steps: [
      "Press Ctrl+K or open “Search” and type a few words. Results appear while you type.",
      "Type a number with its symbol, as 123/QĐ-UBND, to find just that document.",
      "“Open PDF” shows the document, “Open file” its place in the inventory.",
    ],
    notes: ["With accents typed, exact matches come first. “hòa” and “hoà” find the same."],
    picture: "Results of a search without accents",
  },
  print: printPage,
  comfort: {
    title: "Text size, dark mode, keyboard",
    summary: "Make it easy to see, and do everything by keyboard.",
    steps: [
      "Press the appearance button at the top right: text size 100–175 %, light or dark, language.",
      "F1 shows every key; Shift+F1 opens the help of the screen you are on.",
      "Alt+1 to Alt+9 open the places at the left; Tab reaches every button.",
    ],
    notes: ["A dimmed button can still be focused or pointed at: it says why it cannot be used."],
    picture: "The app in dark mode with large text",
  },
  encryption: encryptionPage,
  problems: {
    title: "When something goes wrong",
    summary: "Each message says what happened, what is safe, and what to do next.",
    steps: [
      "Read the last line of the message: it says what to do.",
      "The disk is full: free some space and try again. What was saved before is intact.",
      "The province cannot be reached: go on working, the app tries again by itself.",
      "A workbook cannot be read: open it in Excel, remove its password, save it as .xlsx.",
      "If it comes again: close and open the app, then tell support, with the version from “Settings”.",
    ],
    notes: ["Closing and opening the app loses nothing that was saved."],
    picture: "",
  },
  card: {
    title: "One-page card",
    summary: "Print it on A4 and keep it beside the machine.",
    steps: [
      "To do: open the app, do the topmost line.",
      "Enter items: type into the grid; Tab next cell, Enter down, Ctrl+Enter new row.",
      "From Excel: open the fonds → Import from Excel → see the problems → write.",
      "Hand over: Batches → New batch → Put files into the batch → Hand over to the center.",
      "Capture: Receive → Start capturing → drop the folder of scans → Hand to checking.",
      "Check: item by item (A passes, J/K next/previous) → Accept or Return.",
      "Find: Ctrl+K, type without accents.",
    ],
    notes: [
      "F1: keys · Shift+F1: help · Ctrl+Z: undo · Ctrl+K: search",
      "Papers marked Mật, Tối mật, Tuyệt mật: do not enter, do not scan, tell the person in charge.",
      "“Saved on this machine”: safe. “Sent to the province”: the province has it.",
    ],
    picture: "",
  },
};
