import { createPublicKey, randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:https";
import { BlockList, isIPv6, Socket } from "node:net";
import compress from "@fastify/compress";
import fastify from "fastify";
import { type Static, Type } from "typebox";
import { covers } from "#shared/archive/unit.ts";
import type { forwardedSchema } from "#shared/contract/session.ts";
import { isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { countRequests } from "#shared/node/rate.ts";
import { receiveUploads } from "#shared/node/receive-uploads.ts";
import { addReplicationRoutes } from "#shared/node/replication-routes.ts";
import { addStreamRoute } from "#shared/node/stream-route.ts";
import { answerByTheProtocol, type App, Refused, type TypeBoxTypes } from "#shared/node/typed-routes.ts";
import { hangBell } from "#shared/replication/bell.ts";
import { pushBodyLimit } from "#shared/replication/wire.ts";
import { answerRules, rulesQuestionSchema } from "#shared/rules/signed-pack.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Quarantine } from "#electron/journal/quarantine.ts";
import type { RuleKeeper } from "#electron/province/rule-pack.ts";
import { type HubCertificate, pinOf } from "./certificate.ts";
import type { HeldRows } from "./held-rows.ts";
import { hubAnswers } from "./hub-answers.ts";
import { pairRequestSchema } from "./hub-wire.ts";
import type { PairedDevice, PairedDevices } from "./paired-devices.ts";
import type { PairingDesk } from "./pairing-desk.ts";
import type { ReceivedObjects } from "./received-objects.ts";
import { followForHeld } from "./release-held.ts";
import { openScopedDigests } from "./scoped-digests.ts";

export type HubParts = {
  journal: Journal & Quarantine;
  objects: ObjectStore;
  /** Folder of the uploads under way; made where missing. */
  uploads: string;
  certificate: HubCertificate;
  devices: PairedDevices;
  pairing: PairingDesk;
  received: ReceivedObjects;
  held: HeldRows;
  /** This machine: its id, its name on the network, and the scope beyond which it takes nothing. */
  self: () => { id: string; name: string; scope: string };
  rules: Pick<RuleKeeper, "given">;
  forwarded: (device: PairedDevice) => Static<typeof forwardedSchema>;
  /** An object came in: these items may have something to send on. */
  arrived: (itemIds: readonly string[]) => void;
  /** The list of paired machines, the code, or what is put aside is another. */
  changed: () => void;
  now: () => number;
  report: (fault: unknown) => void;
};

/** Requests a minute: of one paired machine, and of all strangers together. */
const rate = { device: 6000, stranger: 60 };

/** The hub without a port: the province's routes over this machine's journal and objects, and the door for pairing. */
export async function buildHub(parts: HubParts): Promise<{ app: App; ring: () => void }> {
  const { journal, objects, devices, received, now } = parts;
  await mkdir(parts.uploads, { recursive: true });
  const app: App = fastify({
    bodyLimit: pushBodyLimit,
    forceCloseConnections: true,
    // A slow machine's start is no fault: with the usual ten seconds a busy one did not start at all.
    pluginTimeout: 0,
    routerOptions: { maxParamLength: 200 },
    serverFactory: (handler) => {
      const server = createServer({ ...parts.certificate, minVersion: "TLSv1.3" }, handler);
      server.on("connection", (socket) => {
        if (!(socket instanceof Socket && isNear(socket.remoteAddress))) socket.destroy();
      });
      return server;
    },
  }).withTypeProvider<TypeBoxTypes>();
  answerByTheProtocol(app, parts.report);

  const counts = countRequests(rate);
  const known = new WeakMap<object, PairedDevice>();
  const deviceOf = ({ raw }: { raw: object }): PairedDevice => {
    const device = known.get(raw);
    if (!device) throw new Refused(401, "unauthorized", "no paired machine");
    return device;
  };
  const admit = (key: string, kind: keyof typeof rate) => {
    if (counts.add(key, kind, now()) > 0) throw new Refused(429, "too-many-requests", "try again later");
  };
  app.addHook("onRequest", async (request, reply) => {
    // The clock that machines are told to follow is the province's.
    reply.raw.sendDate = false;
    const [, token] = /^Bearer ([\x21-\x7e]{1,500})$/.exec(request.headers.authorization ?? "") ?? [];
    const device = token === undefined ? undefined : devices.find(token);
    if (!device) {
      admit("strangers", "stranger");
      if (request.routeOptions.url === "/hub" || request.routeOptions.url === "/hub/pair") return;
      throw new Refused(401, "unauthorized", "no machine is paired with this token");
    }
    if (!covers(parts.self().scope, device.scope)) throw new Refused(403, "not-your-scope", device.scope);
    admit(`device ${device.deviceId}`, "device");
    known.set(request.raw, device);
    const minute = new Date(Math.floor(now() / 60_000) * 60_000).toISOString();
    if (device.seenAt !== minute) devices.seen(device.deviceId, minute);
  });
  await app.register(compress, { encodings: ["gzip", "br"], requestEncodings: ["gzip", "br", "deflate"] });

  app.get("/hub", () => ({ product: "mucluc-hub", ...parts.self(), salt: parts.pairing.salt() }));
  addPairing(app, parts);

  const bell = hangBell();
  const digests = openScopedDigests(journal);
  const stopReleasing = followForHeld(parts, parts.report);
  const ring = () => bell.ring(new Set([parts.self().scope]));
  let due: NodeJS.Immediate | undefined;
  const stopListening = journal.onWrite(() => {
    // A burst of writes is one call.
    due ??= setImmediate(() => {
      due = undefined;
      ring();
    });
  });
  app.addHook("onClose", (_app, done) => {
    clearImmediate(due);
    stopListening();
    digests.stop();
    stopReleasing();
    done();
  });
  addReplicationRoutes(app, (request) => hubAnswers(parts, digests, deviceOf(request)));
  // Whatever changed may concern the machine: it asks and is answered within its scope.
  addStreamRoute(app, (request, call) => {
    deviceOf(request);
    return bell.listen(parts.self().scope, call);
  });
  receiveUploads<PairedDevice>(app, {
    folder: parts.uploads,
    objects,
    report: parts.report,
    senderOf: (raw) => deviceOf({ raw }),
    ownerOf: ({ deviceId, scope }) => `${deviceId} ${scope}`,
    received(device, object) {
      received.receive(device, object, new Date(now()).toISOString());
      parts.arrived(received.itemsNaming(object.digest));
      parts.changed();
    },
    receiptSize: (device, digest) => received.receipt(digest, device.scope)?.size,
  });
  addReading(app, parts, deviceOf);
  return { app, ring };
}

function addPairing(app: App, parts: HubParts): void {
  const pin = pinOf(createPublicKey(parts.certificate.key));
  app.post("/hub/pair", { schema: { body: pairRequestSchema } }, ({ body }) => {
    const { deviceId, name, person, scope, role } = body;
    const self = parts.self();
    const token = randomBytes(32).toString("base64url");
    const attempt = parts.pairing.attempt(body, pin, token);
    parts.changed();
    if (!attempt.taken) throw new Refused(403, attempt.why, "the code is not the one of the moment");
    if (deviceId === self.id) throw new Refused(409, "itself", "a machine is not paired with itself");
    if (!covers(self.scope, scope) || role === "province-officer")
      throw new Refused(409, "not-your-scope", self.scope);
    parts.devices.pair({ deviceId, name, person, scope, role }, token, new Date(parts.now()).toISOString());
    parts.changed();
    return { token, proof: attempt.proof };
  });
}

function addReading(app: App, parts: HubParts, deviceOf: (request: { raw: object }) => PairedDevice): void {
  const { objects, received } = parts;
  const params = Type.Object({ digest: Type.String() });
  app.get("/receipts/:digest", { schema: { params } }, async (request) => {
    const { digest } = request.params;
    const receipt = isDigest(digest) ? received.receipt(digest, deviceOf(request).scope) : undefined;
    // What is damaged or gone here is to be sent again, whatever was said once.
    if (!receipt || !isDigest(digest) || (await objects.size(digest)) !== receipt.size)
      throw new Refused(404, "not-found", "no such object from this machine's unit");
    return receipt;
  });
  app.get("/object/:digest", { schema: { params } }, async (request, reply) => {
    const { digest } = request.params;
    const { scope } = deviceOf(request);
    const mediaType = isDigest(digest) ? received.mediaTypeFor(digest, scope) : undefined;
    const size = isDigest(digest) && mediaType !== undefined ? await objects.size(digest) : undefined;
    if (!isDigest(digest) || mediaType === undefined || size === undefined)
      throw new Refused(404, "not-found", "no such object");
    return reply
      .header("content-type", mediaType)
      .header("content-length", size)
      .header("x-content-type-options", "nosniff")
      .send(objects.read(digest));
  });
  app.get("/rules", { schema: { querystring: rulesQuestionSchema } }, ({ query, headers }) => {
    const given = parts.rules.given();
    // A hub that has no rules of the province yet leaves the machine those that it has.
    if (!given) return { digest: query.known ?? "" };
    return answerRules(query, headers["x-mucluc-version"], given);
  });
  app.get("/hub/forwarded", (request) => parts.forwarded(deviceOf(request)));
}

const near = new BlockList();
for (const [net, bits] of [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["127.0.0.0", 8],
] as const)
  near.addSubnet(net, bits, "ipv4");
near.addSubnet("fe80::", 10, "ipv6");
near.addSubnet("fc00::", 7, "ipv6");
near.addAddress("::1", "ipv6");

/** True for an address of a private network or of this machine: a hub is for the switch it hangs on. */
export function isNear(address = ""): boolean {
  const [plain = ""] = address.replace(/^::ffff:(?=\d)/, "").split("%");
  return near.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
}
