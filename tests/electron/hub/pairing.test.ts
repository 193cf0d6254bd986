import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { isNear } from "#electron/hub/build-hub.ts";
import { certificateOf, makeHubKey, pinOf } from "#electron/hub/certificate.ts";
import { readPlace } from "#electron/hub/joined-hub.ts";
import {
  isProof,
  makePairingCode,
  proofOf,
  readPairingCode,
  stretchCode,
} from "#electron/hub/pairing-code.ts";
import { codeLasts, openPairingDesk } from "#electron/hub/pairing-desk.ts";

test("a certificate is of the key, signed by it, and never ends; its pin is that of the key", () => {
  const key = makeHubKey();
  const { cert } = certificateOf(key);
  const read = new X509Certificate(cert);
  expect(read.verify(createPublicKey(key))).toBe(true);
  expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(read.validToDate.getUTCFullYear()).toBe(9999);
  expect(read.validFromDate.getUTCFullYear()).toBe(2000);
  expect(pinOf(read.publicKey)).toBe(pinOf(createPublicKey(key)));
  expect(pinOf(createPublicKey(makeHubKey()))).not.toBe(pinOf(read.publicKey));
  expect(new X509Certificate(certificateOf(key).cert).serialNumber).not.toBe(read.serialNumber);
});

test("a code is read as people type it", () => {
  expect(readPairingCode(" k7qf 2m9x ")).toBe("K7QF2M9X");
  expect(readPairingCode("o1il-22–22")).toBe("01112222");
  expect(readPairingCode("K7QF-2M9")).toBeUndefined();
  expect(readPairingCode("K7QF-2M9U")).toBeUndefined();
  expect(new Set(Array.from({ length: 50 }, makePairingCode)).size).toBe(50);
});

test("a proof holds for one code, one key at the end of the line, one side and one nonce", async () => {
  const key = await stretchCode("K7QF-2M9X", "c2FsdA");
  const said = { side: "desk", pin: "aa", nonce: "n", deviceId: "d" } as const;
  const proof = proofOf(key, said);
  expect(isProof(key, said, proof)).toBe(true);
  expect(isProof(key, { ...said, pin: "bb" }, proof)).toBe(false);
  expect(isProof(key, { ...said, side: "hub" }, proof)).toBe(false);
  expect(isProof(key, { ...said, nonce: "m" }, proof)).toBe(false);
  expect(isProof(key, { ...said, deviceId: "e" }, proof)).toBe(false);
  expect(isProof(await stretchCode("K7QF-2M9Y", "c2FsdA"), said, proof)).toBe(false);
  expect(isProof(key, said, "")).toBe(false);
});

test("a code is of use once, and until its time", async () => {
  let now = 1_000_000;
  const desk = openPairingDesk(() => now);
  const words = {
    deviceId: "d",
    name: "Máy",
    person: "A",
    scope: "52.550",
    role: "capture-operator",
    nonce: "n",
  };
  const ask = async (pin: string) => {
    const key = await stretchCode(desk.shown().code, desk.salt());
    return { ...words, proof: proofOf(key, { ...words, side: "desk", pin }) };
  };
  await desk.make();
  const asking = await ask("pin");
  // Whoever stands between hands the proof on, over a line that ends at another key.
  expect(desk.attempt(asking, "another", "token")).toEqual({ taken: false, why: "wrong" });
  expect(desk.attempt(asking, "pin", "token").taken).toBe(true);
  expect(desk.attempt(asking, "pin", "token")).toEqual({ taken: false, why: "no-code" });
  await desk.make();
  const late = await ask("pin");
  now += codeLasts;
  expect(desk.attempt(late, "pin", "token")).toEqual({ taken: false, why: "no-code" });
  expect(desk.shown()).toMatchObject({ code: "", locked: false });
});

test("addresses are read as typed, and only near ones are let in", () => {
  expect(readPlace("192.168.1.10")).toEqual({ host: "192.168.1.10", port: 47_420 });
  expect(readPlace(" https://may-1.local:5000/ ")).toEqual({ host: "may-1.local", port: 5000 });
  expect(readPlace("[fe80::1]:81")).toEqual({ host: "fe80::1", port: 81 });
  for (const typed of ["", "a b", "máy/1", "http://u@h", "h:99999"]) expect(readPlace(typed)).toBeUndefined();
  for (const near of [
    "192.168.0.4",
    "::ffff:10.1.2.3",
    "169.254.3.4",
    "fe80::1%eth0",
    "127.0.0.1",
    "172.31.0.1",
  ])
    expect(isNear(near), near).toBe(true);
  for (const far of ["8.8.8.8", "172.32.0.1", "::ffff:1.2.3.4", "2001:db8::1", ""])
    expect(isNear(far), far).toBe(false);
});
