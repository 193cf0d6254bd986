import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** What is wrong with the scanner from now on. */
export type EsclTrouble = "none" | "busy" | "jam" | "cover" | "unplugged" | "truncated" | "elsewhere" | "io";

export type EsclScanner = {
  address: string;
  /** The pages in the feeder; each is given out byte by byte. */
  load(pages: readonly Buffer[]): void;
  /** Sets a trouble, at once or after so many further pages. */
  trouble(kind: EsclTrouble, afterPages?: number): void;
  /** How many pages were fed, and the bodies of jobs asked for. */
  fed(): number;
  jobs: string[];
  /** How often it answered that it is busy before it gave a page. */
  busyAnswers: number;
  close(): Promise<void>;
};

const capabilities = `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerCapabilities xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
 <pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Mẫu &amp; Con MFP-1</pwg:MakeAndModel>
 <scan:Platen><scan:PlatenInputCaps>CAPS</scan:PlatenInputCaps></scan:Platen>
 <scan:Adf><scan:AdfSimplexInputCaps>CAPS</scan:AdfSimplexInputCaps><scan:AdfDuplexInputCaps>CAPS</scan:AdfDuplexInputCaps></scan:Adf>
</scan:ScannerCapabilities>`.replaceAll(
  "CAPS",
  `<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth><scan:MaxHeight>3508</scan:MaxHeight>
   <scan:SettingProfiles><scan:SettingProfile><scan:ColorModes><scan:ColorMode>BlackAndWhite1</scan:ColorMode>
   <scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
   <scan:SupportedResolutions><scan:DiscreteResolutions>
   ${[100, 200, 300, 600].map((dpi) => `<scan:DiscreteResolution><scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution></scan:DiscreteResolution>`).join("")}
   </scan:DiscreteResolutions></scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>`,
);

const needed = ["InputSource", "ColorMode", "XResolution", "YResolution", "DocumentFormat", "ScanRegion"];

/**
 * A network scanner as eSCL 2.6 describes it, on this machine: one job at a time, a page for each `NextDocument`, 404
 * when the feeder is empty, 503 while it is busy.
 */
export async function startEsclScanner(): Promise<EsclScanner> {
  let feeder: Buffer[] = [];
  let fed = 0;
  let job: number | undefined;
  let made = 0;
  let trouble: { kind: EsclTrouble; at: number } = { kind: "none", at: 0 };
  const now = (kind: EsclTrouble) => trouble.kind === kind && fed >= trouble.at;
  const state: Pick<EsclScanner, "jobs" | "busyAnswers"> = { jobs: [], busyAnswers: 0 };

  const adfState = () => {
    if (now("jam")) return "ScannerAdfJam";
    if (now("cover")) return "ScannerAdfHatchOpen";
    return feeder.length > 0 ? "ScannerAdfLoaded" : "ScannerAdfEmpty";
  };
  const nextDocument = (response: ServerResponse) => {
    if (now("jam") || now("cover")) return void response.writeHead(409).end();
    if (now("io")) return void response.writeHead(500).end();
    const [page] = feeder;
    if (!page) {
      job = undefined;
      return void response.writeHead(404).end();
    }
    feeder = feeder.slice(1);
    fed += 1;
    const headers = { "content-type": "image/jpeg", "content-length": page.length };
    if (trouble.kind === "truncated" && fed > trouble.at) {
      response.writeHead(200, headers).write(page.subarray(0, page.length / 2));
      setTimeout(() => response.destroy(), 50);
      return;
    }
    response.writeHead(200, headers).end(page);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url = "" } = request;
    let body = "";
    for await (const chunk of request) body += String(chunk);
    if (now("unplugged")) return void request.socket.destroy();
    if (now("elsewhere")) return void response.writeHead(302, { location: "http://example.invalid/" }).end();
    if (url === "/eSCL/ScannerCapabilities") return void response.end(capabilities);
    if (url === "/eSCL/ScannerStatus") {
      const busy = job === undefined ? "Idle" : "Processing";
      return void response.end(
        `<scan:ScannerStatus><pwg:State>${busy}</pwg:State><scan:AdfState>${adfState()}</scan:AdfState></scan:ScannerStatus>`,
      );
    }
    if (url === "/eSCL/ScanJobs" && method === "POST") {
      if (!needed.every((name) => body.includes(`:${name}>`))) return void response.writeHead(400).end();
      if (now("busy") || job !== undefined) return void response.writeHead(503).end();
      state.jobs.push(body);
      made += 1;
      job = made;
      // Scanners name themselves by names that nobody on the network may know.
      return void response
        .writeHead(201, { location: `http://may-quet.invalid/eSCL/ScanJobs/${made}` })
        .end();
    }
    if (job === undefined || !url.startsWith(`/eSCL/ScanJobs/${job}`))
      return void response.writeHead(404).end();
    if (method === "DELETE") {
      job = undefined;
      return void response.end();
    }
    if (state.busyAnswers > 0) {
      state.busyAnswers -= 1;
      return void response.writeHead(503).end();
    }
    nextDocument(response);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  return Object.assign(state, {
    address: `127.0.0.1:${port}`,
    load(pages: readonly Buffer[]) {
      feeder = [...pages];
    },
    trouble(kind: EsclTrouble, afterPages = 0) {
      trouble = { kind, at: fed + afterPages };
    },
    fed: () => fed,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  });
}
