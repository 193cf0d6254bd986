import { expect, it } from "vitest";
import { readBitLocker, readDiskCipher, readFileVault, readLsblk } from "#electron/sealing/disk-cipher.ts";

/** What `lsblk -s -J -o NAME,TYPE,FSTYPE` says of a logical volume within LUKS, as Debian and Ubuntu install it. */
const withinLuks = `{
   "blockdevices": [
      {"name": "vgubuntu-root", "type": "lvm", "fstype": "ext4",
         "children": [
            {"name": "dm_crypt-0", "type": "crypt", "fstype": "LVM2_member",
               "children": [
                  {"name": "nvme0n1p3", "type": "part", "fstype": "crypto_LUKS",
                     "children": [
                        {"name": "nvme0n1", "type": "disk", "fstype": null}
                     ]
                  }
               ]
            }
         ]
      }
   ]
}`;

const plainPartition = `{
   "blockdevices": [
      {"name": "sda2", "type": "part", "fstype": "ext4",
         "children": [
            {"name": "sda", "type": "disk", "fstype": null}
         ]
      }
   ]
}`;

/** A volume over two disks of which one is encrypted. */
const halfPlain = `{"blockdevices": [{"name": "data-all", "type": "lvm", "fstype": "xfs", "children": [
  {"name": "luks-1", "type": "crypt", "children": [{"name": "sdb1", "type": "part"}]},
  {"name": "sdc1", "type": "part", "children": [{"name": "sdc", "type": "disk"}]}]}]}`;

it("knows LUKS below a volume, a plain partition, and a volume of which a part is plain", () => {
  expect(readLsblk(withinLuks)).toBe("encrypted");
  expect(readLsblk(plainPartition)).toBe("plain");
  expect(readLsblk(halfPlain)).toBe("plain");
  expect(readLsblk(`{"blockdevices": []}`)).toBe("unknown");
});

it("reads BitLocker's state as a number, whatever the language of Windows", () => {
  const states = ["1\r\n", "2\r\n", "3\r\n", "5\r\n", "6\r\n", "\r\n", "0\r\n"].map(readBitLocker);
  expect(states).toEqual(["encrypted", "plain", "plain", "plain", "encrypted", "unknown", "unknown"]);
});

it("reads FileVault's state", () => {
  expect(readFileVault("FileVault is On.\n")).toBe("encrypted");
  expect(readFileVault("FileVault is Off.\n")).toBe("plain");
});

it("asks about the disk that the folder is on, and says that it does not know where the system does not say", async () => {
  const asked: string[] = [];
  const say = (answers: Record<string, string>) => (program: string, args: readonly string[]) => {
    asked.push([program, ...args].join(" "));
    const answer = answers[program];
    return answer === undefined ? Promise.reject(new Error("no such program")) : Promise.resolve(answer);
  };
  const linux = { findmnt: "/dev/mapper/vgubuntu-root[/@home]\n", lsblk: withinLuks };
  expect(await readDiskCipher("/home/lan/mucluc", "linux", say(linux))).toBe("encrypted");
  expect(asked.at(0)).toBe("findmnt -n -o SOURCE --target /home/lan/mucluc");
  expect(asked.at(1)).toBe("lsblk -s -J -o NAME,TYPE,FSTYPE /dev/mapper/vgubuntu-root");
  expect(await readDiskCipher("/home", "linux", say({ findmnt: "overlay\n" }))).toBe("unknown");
  expect(await readDiskCipher("/home", "linux", say({}))).toBe("unknown");
  expect(await readDiskCipher("D:\\MucLuc", "win32", say({ "powershell.exe": "2\r\n" }))).toBe("plain");
  expect(asked.at(-1)).toContain("NameSpace('D:')");
});
