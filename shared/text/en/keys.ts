import type { Words } from "#shared/text/vi.ts";

export const keys: Words["keys"] = {
  title: "Keys",
  groups: [
    {
      title: "Everywhere",
      rows: [
        ["F1", "Open this sheet"],
        ["Shift+F1", "Open the help of this screen"],
        ["Ctrl+K", "Search"],
        ["Alt+1 … Alt+9", "The places at the left"],
        ["Tab, Shift+Tab", "Next field, field before"],
        ["Ctrl+Z, Ctrl+Y", "Undo, redo"],
        ["Ctrl+Enter", "Save and enter the next"],
        ["Ctrl+S", "Not needed: everything saves itself"],
        ["Esc", "Close a dialog"],
      ],
    },
    {
      title: "Grid",
      rows: [
        ["Arrows, Tab", "Move among cells"],
        ["Enter, Shift+Enter", "Down, up in the column"],
        ["Home, End", "First, last cell of the row"],
        ["Ctrl+Home, Ctrl+End", "Top, bottom"],
        ["PageUp, PageDown", "A page up, down"],
        ["Letters", "Type over the cell"],
        ["F2", "Go on typing at the end of the cell"],
        ["Esc", "Give the cell back what it held"],
        ["Alt+↓", "Open the cell's list"],
        ["Ctrl+Enter", "Save; a new row with the kept values"],
        ["Ctrl+D", "Fill down; of one cell: copy from above"],
        ["Ctrl+'", "Copy from above"],
        ["Ctrl+E", "Fill a sequence, with preview"],
        ["Shift+arrows", "Select a block"],
        ["Ctrl+A", "Select everything"],
        ["Shift+Space, Ctrl+Space", "Select the row, the column"],
        ["Ctrl+C, Ctrl+V", "Copy and paste blocks, as with Excel"],
        ["Delete", "Clear the cell"],
        ["Ctrl+B", "Bulk edit"],
        ["Ctrl+M", "Move to a list, box or file"],
        ["Ctrl+I", "Journal of the row’s changes"],
        ["Ctrl+Delete", "Withdraw the selected rows"],
        ["+3 in Leaves", "Three leaves after the document above"],
      ],
    },
    {
      title: "Checking",
      rows: [
        ["A", "Accept, go to the next"],
        ["R", "Return with a reason"],
        ["J, K", "Next, previous document"],
        ["P", "Open the PDF"],
      ],
    },
  ],
};
