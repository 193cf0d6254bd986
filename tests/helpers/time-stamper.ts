import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import forge from "node-forge";
import type { TestSigner } from "./signer.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A time-stamping authority on the loopback, by OpenSSL; `answer` may spoil what it gives. Answers its address. */
export async function startTimeStamper(
  signer: TestSigner,
  answer: (reply: Buffer) => Buffer = (reply) => reply,
): Promise<string> {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  const certificate = forge.pki.certificateFromAsn1(
    forge.asn1.fromDer(signer.certificate.toString("binary")),
  );
  writeFileSync(at("tsa.crt"), forge.pki.certificateToPem(certificate));
  writeFileSync(at("tsa.key"), signer.key);
  const said = [
    "serial = serial",
    "default_policy = 1.2.3.4.1",
    "digests = sha256",
    "signer_digest = sha256",
  ];
  writeFileSync(
    at("ts.cnf"),
    ["[tsa]", "default_tsa = one", "[one]", ...said, "ess_cert_id_alg = sha256"].join("\n"),
  );
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      writeFileSync(at("query"), Buffer.concat(chunks));
      const files = ["-queryfile", "query", "-signer", "tsa.crt", "-inkey", "tsa.key", "-out", "reply"];
      execFileSync("openssl", ["ts", "-reply", "-config", "ts.cnf", ...files], {
        cwd: folder,
        stdio: "pipe",
      });
      response.setHeader("content-type", "application/timestamp-reply");
      response.end(answer(readFileSync(at("reply"))));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
