import type { Scan } from "#renderer/work/import-scans.ts";

/** What file managers leave in folders; nobody means to import it. */
const litter = new Set(["thumbs.db", "desktop.ini", ".ds_store"]);

/**
 * The chosen files as scans, named by their path within what was chosen (`hop-01/H05….0000001.pdf`); what file
 * managers leave behind is left out.
 */
export function nameScans(files: readonly File[]): Scan[] {
  return files
    .map((file) => ({ name: pathOf(file), bytes: file }))
    .filter(({ name }) => {
      const last = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
      return last !== "" && !litter.has(last) && !last.startsWith("._");
    });
}

function pathOf(file: File): string {
  const dropped = "path" in file && typeof file.path === "string" ? file.path : "";
  const path = file.webkitRelativePath || dropped || file.name;
  return path.replaceAll("\\", "/").replace(/^\.?\/+/, "");
}
