import type { uploads as vi } from "#shared/text/vi/uploads.ts";

export const uploads: typeof vi = {
  title: "Sending files to the province",
  hint: "Records always go first and are never held back. These settings concern files alone: the words of pages, PDF/A and original scans. Files not sent yet are safe on this machine.",
  limits: {
    none: "Files are sent whenever there is a connection.",
    paused: "Sending of files is paused. Records still go.",
    "out-of-hours": "Outside the hours for files. Records still go.",
    metered: "Only the words of pages go, for this line is paid by the megabyte; PDF/A and scans wait.",
  },
  opensAt: (time: string) => `Files go on from ${time}.`,
  pause: "Pause sending files",
  resume: "Resume",
  metered: "This line is paid by the megabyte (3G/4G): send only the words of pages",
  hours: "Hours for files",
  allDay: "The whole day",
  between: "Between",
  from: "From",
  to: "To",
  timeBad: "Write hours and minutes, as 18:00.",
  sameTime: "Both times are the same. Choose “The whole day” to send at all hours.",
  rate: "Highest rate",
  rateUnit: "KB a second; 0 is without a limit",
  rateBad: "Write a number from 0 to 1,000,000.",
  save: "Save",
  saved: "The way files are sent is saved.",
};
