import type { Capabilities } from "#shared/capture/scan-settings.ts";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import { type EsclWire, openEsclWire, readEsclAddress } from "./escl-wire.ts";
import { readEsclCapabilities, textsOf, writeScanSettings } from "./escl-xml.ts";
import { type FedPage, isStopped, type Scanner } from "./scanner.ts";

export type EsclParts = {
  /** The addresses that people gave. */
  addresses: () => readonly string[];
  /** Milliseconds between two questions of a busy scanner, and for how long it is asked. */
  pause?: number;
  patience?: number;
};

/** Milliseconds in which a scanner on the list must answer. */
const listLimit = 5_000;

/**
 * Network scanners that speak eSCL (AirScan, Mopria) at typed addresses. Pages come as the scanner made them, byte by
 * byte; the next is asked for when the one before was taken.
 */
export function openEscl(parts: EsclParts): Scanner {
  const { addresses, pause = 1_000, patience = 90_000 } = parts;
  return {
    kind: "escl",
    async list() {
      const found = await Promise.all(
        addresses().map(async (id) => {
          try {
            const { name } = await read(id, AbortSignal.timeout(listLimit), pause);
            return [{ id, name: `${name} (${id})` }];
          } catch {
            return [];
          }
        }),
      );
      return found.flat();
    },
    capabilities: async (id) => (await read(id, AbortSignal.timeout(listLimit), pause)).able,
    async *feed(id, settings, signal) {
      if (isStopped(signal)) return;
      const { wire, root, able } = await read(id, signal, pause);
      if (settings.source === "feeder") {
        const before = await statusOf(wire, root);
        if (before.adf) throw new DeskFault(before.adf, { lasting: false });
      }
      const job = await beginJob(wire, root, writeScanSettings(settings, able), patience);
      let over = false;
      try {
        for (let pages = 0; ; pages += 1) {
          const answer = await wire.askPatiently(`${job}/NextDocument`, {}, patience);
          if (answer.status === 404 || answer.status === 410) {
            await answer.body?.cancel();
            over = true;
            const { adf } = settings.source === "feeder" ? await statusOf(wire, root) : {};
            if (adf && adf !== "scanner-empty") throw new DeskFault(adf, { lasting: false });
            if (pages === 0) throw new DeskFault("scanner-empty", { lasting: false });
            return;
          }
          yield await readPage(answer, wire, root);
        }
      } catch (error) {
        if (!isStopped(signal)) throw error;
      } finally {
        if (!over) await endJob(id, job);
      }
    },
  };
}

async function read(id: string, signal: AbortSignal, pause: number) {
  const address = readEsclAddress(id);
  if (!address) throw new DeskFault("scanner-gone", { detail: id });
  const wire = openEsclWire(address, signal, pause);
  const answer = await wire.ask(`${address.root}/ScannerCapabilities`);
  const xml = answer.ok ? await answer.text() : "";
  const { name, able } = readEsclCapabilities(xml);
  if (able.sources.length === 0 || able.colours.length === 0) {
    throw new DeskFault("scanner-gone", { lasting: false, detail: `${id} does not speak eSCL` });
  }
  return { name, able: able satisfies Capabilities, wire, root: address.root };
}

/** Starts a job and answers its path. The scanner may name itself as it likes: only the path is followed. */
async function beginJob(wire: EsclWire, root: string, body: string, patience: number): Promise<string> {
  const init = { method: "POST", headers: { "content-type": "text/xml" }, body };
  const answer = await wire.askPatiently(`${root}/ScanJobs`, init, patience);
  await answer.body?.cancel();
  const location = URL.parse(answer.headers.get("location") ?? "", "http://scanner/");
  if (answer.status === 201 && location) return location.pathname.replace(/\/+$/u, "");
  throw new DeskFault(codeOfStatus(answer.status), { lasting: false, detail: `status ${answer.status}` });
}

async function readPage(answer: Response, wire: EsclWire, root: string): Promise<FedPage> {
  if (!answer.ok) {
    await answer.body?.cancel();
    const { adf } = await statusOf(wire, root);
    throw new DeskFault(adf ?? codeOfStatus(answer.status), {
      lasting: false,
      detail: `status ${answer.status}`,
    });
  }
  const type = answer.headers.get("content-type") ?? "";
  try {
    // A length that was promised and not kept rejects here.
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const ending = type.includes("pdf") ? ".pdf" : type.includes("png") ? ".png" : ".jpg";
    return { bytes, name: "", ending, mark: "" };
  } catch (cause) {
    throw new DeskFault("scanner-gone", { lasting: false, detail: "the page broke off", cause });
  }
}

/** Frees the scanner; one that is gone needs no freeing. */
async function endJob(id: string, job: string): Promise<void> {
  const address = readEsclAddress(id);
  if (!address) return;
  const init: RequestInit = { method: "DELETE", redirect: "manual", signal: AbortSignal.timeout(3_000) };
  await fetch(`${address.origin}${job}`, init).then(
    (answer) => answer.body?.cancel(),
    () => undefined,
  );
}

const adfCodes: Partial<Record<string, FaultCode>> = {
  ScannerAdfEmpty: "scanner-empty",
  ScannerAdfJam: "scanner-jam",
  ScannerAdfMispick: "scanner-jam",
  ScannerAdfMultipickDetected: "scanner-jam",
  ScannerAdfHatchOpen: "scanner-cover",
};

/** What stands in the way of the feeder, if anything does. */
async function statusOf(wire: EsclWire, root: string): Promise<{ adf?: FaultCode | undefined }> {
  const answer = await wire.ask(`${root}/ScannerStatus`);
  if (!answer.ok) {
    await answer.body?.cancel();
    return {};
  }
  return { adf: adfCodes[textsOf(await answer.text(), "AdfState")[0] ?? ""] };
}

function codeOfStatus(status: number): FaultCode {
  if (status === 503) return "scanner-busy";
  if (status === 400 || status === 409) return "scanner-settings";
  if (status === 401 || status === 403) return "scanner-refused";
  return "scanner-io";
}
