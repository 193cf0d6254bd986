import { execFile } from "node:child_process";
import { parse } from "node:path";
import { promisify } from "node:util";
import type { DiskCipher } from "#shared/contract/keeping.ts";

const run = promisify(execFile);

/** Runs a program of the system and answers what it says. */
export type Ask = (program: string, args: readonly string[]) => Promise<string>;

const ask: Ask = async (program, args) =>
  (await run(program, [...args], { timeout: 15_000, windowsHide: true, maxBuffer: 2 ** 20 })).stdout;

/**
 * Whether the disk under a folder is encrypted, as far as the system says without an administrator: `unknown` where it
 * does not. Never throws.
 */
export async function readDiskCipher(
  folder: string,
  platform: NodeJS.Platform = process.platform,
  say: Ask = ask,
): Promise<DiskCipher> {
  try {
    if (platform === "win32") return readBitLocker(await askBitLocker(folder, say));
    if (platform === "darwin") return readFileVault(await say("fdesetup", ["status"]));
    if (platform !== "linux") return "unknown";
    const source = (await say("findmnt", ["-n", "-o", "SOURCE", "--target", folder])).trim();
    // A subvolume stands in brackets behind its device.
    const device = source.replace(/\[.*\]$/u, "");
    if (!device.startsWith("/dev/")) return "unknown";
    return readLsblk(await say("lsblk", ["-s", "-J", "-o", "NAME,TYPE,FSTYPE", device]));
  } catch {
    return "unknown";
  }
}

/** The shell's own property of a drive is a number, in whatever language; `manage-bde` wants an administrator. */
function askBitLocker(folder: string, say: Ask): Promise<string> {
  const drive = /^[A-Za-z]:/u.exec(parse(folder).root || folder)?.[0] ?? "C:";
  const script = `(New-Object -ComObject Shell.Application).NameSpace('${drive}').Self.ExtendedProperty('System.Volume.BitLockerProtection')`;
  return say("powershell.exe", ["-NoProfile", "-NonInteractive", "-Command", script]);
}

/** 1: protected; 6: protected and locked; 2 and 4: not, or being decrypted; 3: not yet; 5: its key lies open. */
export function readBitLocker(text: string): DiskCipher {
  const value = text.trim();
  if (value === "1" || value === "6") return "encrypted";
  return ["2", "3", "4", "5"].includes(value) ? "plain" : "unknown";
}

export function readFileVault(text: string): DiskCipher {
  if (text.includes("FileVault is On")) return "encrypted";
  return text.includes("FileVault is Off") ? "plain" : "unknown";
}

type Block = { type?: unknown; fstype?: unknown; children?: Block[] };

/** A device and what it lies on: it is encrypted where every way down goes through one that is. */
export function readLsblk(text: string): DiskCipher {
  const { blockdevices = [] } = JSON.parse(text) as { blockdevices?: Block[] };
  if (blockdevices.length === 0) return "unknown";
  const isCovered = (block: Block): boolean =>
    block.type === "crypt" || (block.children !== undefined && block.children.every(isCovered));
  return blockdevices.every(isCovered) ? "encrypted" : "plain";
}
