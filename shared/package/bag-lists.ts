/** The lists of a bag (BagIt 1.0, RFC 8493) that carries packages: texts, and what a reader finds in them. */
export type ManifestLine = { digest: string; path: string };

/** The text of a manifest: a digest and a path a line; what would end the line is written as RFC 8493 says. */
export function writeManifest(lines: readonly ManifestLine[]): string {
  return lines.map(({ digest, path }) => `${digest}  ${codedPath(path)}\n`).join("");
}

/** The lines of a manifest, and those that are none; a path that leads out of the bag is none. */
export function readManifest(text: string): { lines: ManifestLine[]; wrong: string[] } {
  const lines: ManifestLine[] = [];
  const wrong: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/u).filter((one) => one !== "")) {
    const [, digest, coded] = /^([0-9a-fA-F]+)\s+\*?(.+)$/u.exec(line) ?? [];
    const path = coded
      ?.replace(/^\.\//u, "")
      .replace(/%0A/giu, "\n")
      .replace(/%0D/giu, "\r")
      .replace(/%25/gu, "%");
    if (digest === undefined || path === undefined || leadsOut(path)) wrong.push(line);
    else lines.push({ digest: digest.toLowerCase(), path: path.normalize("NFC") });
  }
  return { lines, wrong };
}

/** Whether `bagit.txt` declares version 1.0 or 0.97, whose bags are read alike, in UTF-8. */
export function isDeclaration(text: string): boolean {
  return /^BagIt-Version: (1\.0|0\.97)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/u.test(text);
}

/** `bag-info.txt` of packages: who made them when, and how many bytes in how many files they are. */
export function writePackageBagInfo(info: {
  organization: string;
  description: string;
  day: string;
  software: string;
  bytes: number;
  files: number;
}): string {
  const { organization, description, day, software, bytes, files } = info;
  const said = {
    "Source-Organization": organization,
    "External-Description": description,
    "Bagging-Date": day,
    "Bag-Software-Agent": software,
    "Payload-Oxum": `${bytes}.${files}`,
  };
  return Object.entries(said)
    .map(([name, value]) => `${name}: ${value.replace(/\s+/gu, " ")}\n`)
    .join("");
}

/** How many bytes in how many files a bag says that it holds; nothing where it does not. */
export function readOxum(info: string): { bytes: number; files: number } | undefined {
  const [, bytes, files] = /^Payload-Oxum:\s*(\d+)\.(\d+)\s*$/imu.exec(info) ?? [];
  return bytes === undefined ? undefined : { bytes: Number(bytes), files: Number(files) };
}

function leadsOut(path: string): boolean {
  return /^[/\\~]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/iu.test(path);
}

function codedPath(path: string): string {
  return path.replace(/%/gu, "%25").replace(/\n/gu, "%0A").replace(/\r/gu, "%0D");
}
