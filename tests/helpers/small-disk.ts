import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A file system of its own that is soon full. */
export type SmallDisk = {
  folder: string;
  /** Takes up all that is free but so many bytes, as another program would. */
  fill(but?: number): void;
  /** Gives back what was taken up. */
  free(): void;
};

/** Whether a small file system can be mounted here; says loudly what is not proven where none can. */
export function hasSmallDisk(): boolean {
  const folder = process.platform === "linux" && process.getuid?.() === 0 ? mount(1) : undefined;
  if (folder) unmount(folder);
  else console.warn("SKIPPED: no small file system can be mounted here (it wants Linux and root).");
  return folder !== undefined;
}

/** Mounts a file system of so many megabytes for one test; gone when the test is over. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = mount(megabytes);
  if (folder === undefined) throw new Error("no file system could be mounted");
  const always = () => unmount(folder);
  process.once("exit", always);
  onTestFinished(() => {
    process.removeListener("exit", always);
    always();
  });
  const ballast = join(folder, "ballast");
  const free = () => rmSync(ballast, { force: true });
  return {
    folder,
    free,
    fill(but = 0) {
      free();
      const handle = openSync(ballast, "w");
      try {
        for (let size = 65_536; size >= 4096;) {
          try {
            if (writeSync(handle, Buffer.alloc(size, 1)) < size) size /= 2;
          } catch (error) {
            if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
            size /= 2;
          }
        }
      } finally {
        closeSync(handle);
      }
      if (but > 0) truncateSync(ballast, Math.max(0, statSync(ballast).size - but));
    },
  };
}

function mount(megabytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "mucluc-small-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  if (status === 0) return folder;
  rmSync(folder, { recursive: true, force: true });
  return undefined;
}

/** Takes the file system away, though something should still hold a file of it. */
function unmount(folder: string): void {
  if (!existsSync(folder)) return;
  if (spawnSync("umount", [folder]).status !== 0) spawnSync("umount", ["-l", folder]);
  rmSync(folder, { recursive: true, force: true });
}
