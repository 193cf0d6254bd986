import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ScanDevice } from "#shared/contract/scan.ts";
import type { ScanningParts } from "./open-scanning.ts";
import type { Scanner } from "./scanner.ts";

/** Names of devices by `kind:id`, as they last gave them. */
export type KnownNames = Map<string, string>;

type DeviceCall =
  | "scan.devices"
  | "scan.capabilities"
  | "scan.addScanner"
  | "scan.addFolder"
  | "scan.forget"
  | "scan.setup"
  | "scan.saveProfile"
  | "scan.lock";

/** The calls about what there is to scan with, and how. */
export function deviceCalls(parts: ScanningParts, names: KnownNames): Pick<DeskHandlers, DeviceCall> {
  const { scanners, setup, profile, emit } = parts;
  const of = (kind: string) => scanners.find((scanner) => scanner.kind === kind);
  const known = (device: ScanDevice) => {
    names.set(`${device.kind}:${device.id}`, device.name);
    return device;
  };
  const list = async (scanner: Scanner): Promise<ScanDevice[]> => {
    // One adapter that fails hides no other's devices.
    const found = await scanner.list().catch(() => []);
    return found.map(({ id, name }) => known({ kind: scanner.kind, id, name, here: true }));
  };
  return {
    async "scan.devices"() {
      const found = (await Promise.all(scanners.map(list))).flat();
      const has = (kind: string, id: string) => found.some((one) => one.kind === kind && one.id === id);
      const away = [
        ...setup.addresses().map((id) => ({ kind: "escl" as const, id, name: id, here: false })),
        ...setup
          .folders()
          .map(({ path }) => ({ kind: "folder" as const, id: path, name: path, here: false })),
      ];
      return [...found, ...away.filter(({ kind, id }) => !has(kind, id))];
    },
    async "scan.capabilities"({ kind, id }) {
      const scanner = of(kind);
      if (!scanner) throw new DeskFault("not-found", { detail: kind });
      return scanner.capabilities(id);
    },
    async "scan.addScanner"({ address }) {
      const id = address.trim();
      await of("escl")?.capabilities(id);
      await setup.addAddress(id);
      const [found] =
        (
          await of("escl")
            ?.list()
            .catch(() => [])
        )?.filter((one) => one.id === id) ?? [];
      return known({ kind: "escl", id, name: found?.name ?? id, here: true });
    },
    async "scan.addFolder"(given) {
      const { path } = await setup.addFolder(given);
      return known({ kind: "folder", id: path, name: path, here: true });
    },
    async "scan.forget"({ id }) {
      await setup.forget(id);
      return {};
    },
    "scan.setup": () => setup.setup(),
    async "scan.saveProfile"({ documentClass, settings }) {
      const saved = await setup.saveProfile(profile(), documentClass, settings);
      emit("scan.changed", {});
      return saved;
    },
    async "scan.lock"({ locked }) {
      const saved = await setup.lock(profile(), locked);
      emit("scan.changed", {});
      return saved;
    },
  };
}
