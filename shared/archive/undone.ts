/** The reason that a record bears whose creation was undone. It is kept data, not a word of the screen. */
export const undoneReason = "Hoàn tác";
