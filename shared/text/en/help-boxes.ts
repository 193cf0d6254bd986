import type { HelpPage } from "#shared/text/help-page.ts";

export const boxesPage: HelpPage = {
  title: "Boxes and where they stand",
  summary: "Say in which room, on which shelf and tier a box stands; see and print what lies in it.",
  steps: [
    "Open the fonds, choose “More”, then “Boxes and where they stand”. A box is there once a file names it.",
    "Choose a box by the arrows; Enter writes its room, shelf, tier, condition and metres of shelf.",
    "Ctrl+Enter saves and goes to the next box, with the room and the shelf of this one.",
    "Space shows what lies in the box; “Show in the grid” is the way to change those files.",
    "“Way of the papers”: scan the label of a point, then the labels of the boxes and files that pass it; or type “box 12”.",
    "“Print for the box” prints the list of its contents, or its label.",
  ],
  notes: [
    "Tick “Only boxes without a place” to see which are still to be done.",
    "“As its files say” is a place taken from the files; what is written of the box itself goes before it.",
    "Points (which scanner, the unbinding table, which store) are set up in the settings, with labels to print. What is out of order is told and written with the scan; the scan is never lost.",
    "Ctrl+Z takes back. Two machines may write of one box without a network: nothing is lost, and of one field the later edit counts.",
  ],
  picture: "The boxes of a fonds with their places and files",
};

export const printPage: HelpPage = {
  title: "Print and export forms",
  summary:
    "Inventories, list of files, covers, closing papers, contents and labels of boxes, separator sheets.",
  steps: [
    "Open the fonds and press “Print and export”; or open a file to print for that file alone.",
    "Choose the form, then what it covers: retention, inventory list, from one box to another.",
    "Choose PDF on A4 to print, Word to edit, or Excel; make the form and look at it.",
    "Save it to a file, open that file and print it at its own size (100 %).",
  ],
  notes: [
    "A line says how many rows were written: none is missing. Equal lists have equal codes at the foot of their pages.",
    "Headings repeat on every page; at the end there is a place to sign. What is left empty is left to be written by hand.",
    "The list of files follows the headings of the scheme. A workbook that was exported changes nothing when it is imported again.",
  ],
  picture: "The screen of forms with a preview",
};
