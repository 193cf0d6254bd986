import type { HelpPage } from "#shared/text/help-page.ts";

export const schemePage: HelpPage = {
  title: "Classification scheme",
  summary: "Divide the files of a fonds into groups and sub-groups by organisation, activity or time.",
  steps: [
    "Open the fonds, choose “More”, then “Classification scheme”.",
    "Begin from a template, copy another fonds' scheme or import a sheet. The preview says which groups are added; nothing is written until you agree.",
    "Add a group of the same level with Ctrl+Enter, a sub-group with Shift+Enter; Enter changes notation and title.",
    "Move a group with Alt and an arrow: up, down, into the group above, out of its group; or drag it.",
    "In the grid of files, the column “Group” puts a file into a group; for many files select rows and press Ctrl+B.",
  ],
  notes: [
    "A column of groups in an imported sheet puts files into them too; a group that is not there is told at its row and cell.",
    "The tree beside the grid can show groups: press one to see only its files and those of its sub-groups.",
    "Notations do not change by moving; “Renumber this level” changes them, with a preview.",
    "Withdrawing a group withdraws no files: they are in no group then. Everything can be undone with Ctrl+Z.",
  ],
  picture: "The groups of a fonds as a tree",
};
