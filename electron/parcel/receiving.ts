import { createReadStream } from "node:fs";
import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Type } from "typebox";
import { Check } from "typebox/value";
import { covers } from "#shared/archive/unit.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { FoundParcel, TakenParcel } from "#shared/contract/parcel.ts";
import { type Machine, readMachineCard } from "#shared/keys/machine-card.ts";
import { readLabel } from "#shared/node/envelope.ts";
import { type Bag, withBag } from "#shared/node/read-bag.ts";
import { writeBag } from "#shared/node/write-bag.ts";
import { answersList, arrivedList, machinePath } from "#shared/parcel/parcel-lines.ts";
import { asParcelFault, checkFolder } from "./parcel-fault.ts";
import type { ParcelParts, ParcelSender } from "./parcel-handlers.ts";
import { takeParcel } from "./take-parcel.ts";

type Calls = "parcel.look" | "parcel.take" | "parcel.writeCard" | "parcel.readCard";

const labelSchema = Type.Object({
  kind: Type.Literal("parcel"),
  id: Type.String({ maxLength: 40 }),
  sequence: Type.Integer(),
  from: Type.String({ maxLength: 300 }),
  at: Type.String({ maxLength: 30 }),
});

/** The parcels of communes at their district's centre: what lies on a stick, one taken in, the cards of machines. */
export function receivingHandlers(parts: ParcelParts & { sending: () => Promise<ParcelSender> }): {
  handlers: Pick<DeskHandlers, Calls>;
  taking: () => number | null;
} {
  const { taken, machines, now, changed, sending } = parts;
  let taking: number | null = null;

  const take = async (folder: string, name: string): Promise<TakenParcel> => {
    const own = await sending();
    if (own.role !== "district-checker") throw new DeskFault("parcel-outside", { detail: own.role });
    await checkFolder(folder);
    const path = join(folder, name);
    if (!(await stat(path).catch(() => undefined))) throw new DeskFault("not-found", { detail: name });
    let sender: Machine | undefined;
    const options = {
      ...{ path, folder: join(parts.folder, "parcels"), sealing: own.keys.sealing },
      kinds: ["parcel"] as const,
      async isSigner({ signer }: { signer: string }, part: (path: string) => Promise<string | undefined>) {
        const card = readMachineCard((await part(machinePath)) ?? "");
        // What the province last said of the machine holds, whatever its own card says.
        if (card.ok) machines.take(card.value, own.pin);
        sender = machines.find(signer, own.pin);
        return sender?.revokedAt === "";
      },
    };
    return withBag(options, async (bag) => {
      if (!sender || !covers(own.scope, sender.scope))
        throw new DeskFault("parcel-outside", { detail: sender?.scope ?? "" });
      const progress = (done: number) => {
        taking = done;
        changed();
      };
      const { answers, arrived } = await takeParcel({ ...parts, progress }, bag, sender);
      const takenAt = new Date(now()).toISOString();
      await writeArrival(`${path}.huyen`, own, sender, bag, { answers, arrived, takenAt });
      const { id, sequence, at, from } = bag.info;
      const before = taken.before(id, sender.keys.signing, sequence);
      const count = (outcome: string) => answers.filter((answer) => answer.outcome === outcome).length;
      const row = {
        ...{ id, sender: from, scope: sender.scope, sequence, at, takenAt, objects: arrived.length },
        ...{ accepted: count("accepted"), merged: count("merged"), refused: count("refused") },
      };
      taken.took(sender.keys.signing, row);
      return { ...row, held: count("held"), times: before.times + 1, outOfOrder: before.outOfOrder };
    }).catch((error: unknown) => {
      throw asParcelFault(error, "parcel");
    });
  };

  return {
    taking: () => taking,
    handlers: {
      async "parcel.look"({ folder }) {
        await checkFolder(folder);
        const names = (await readdir(folder)).filter((name) => name.endsWith(".mlgoi")).sort();
        const times = new Map(taken.list().map((row) => [row.id, row.times]));
        const found: FoundParcel[] = [];
        for (const name of names.slice(0, 500)) {
          const path = join(folder, name);
          const size = (await stat(path).catch(() => undefined))?.size ?? 0;
          const { id, ...said } = await labelOf(path);
          found.push({ name, size, ...said, times: times.get(id) ?? 0 });
        }
        return found;
      },
      async "parcel.take"({ folder, name }) {
        if (taking !== null) throw new DeskFault("bad-call", { detail: "a parcel is being taken" });
        taking = 0;
        changed();
        try {
          return await take(folder, name);
        } finally {
          taking = null;
          changed();
        }
      },
      async "parcel.writeCard"({ folder }) {
        const { keys, scope } = await sending();
        await checkFolder(folder);
        const card = machines.card(keys.signing.publicKey);
        if (!card) throw new DeskFault("province-unreachable", { lasting: false, detail: "no card yet" });
        const path = join(folder, `mucluc-the-may-${scope}-${card.machine.deviceId.slice(-6)}.json`);
        await writeFile(path, `${JSON.stringify(card, null, 2)}\n`);
        return { path };
      },
      async "parcel.readCard"({ text }) {
        const { pin } = await sending();
        const card = readMachineCard(text);
        const machine = card.ok ? machines.take(card.value, pin) : undefined;
        if (!machine) throw new DeskFault("card-not-known", { detail: card.ok ? "not signed" : card.fault });
        changed();
        return { name: machine.name || machine.deviceId };
      },
    },
  };
}

/** What stands on a file; blanks where it is no parcel, so that a person sees it and is told why when taking it. */
async function labelOf(path: string) {
  const stream = createReadStream(path);
  try {
    const label: unknown = JSON.parse(await readLabel(stream as AsyncIterable<Buffer>));
    if (Check(labelSchema, label)) {
      const { id, sequence, from, at } = label;
      return { id, sequence, from, at };
    }
  } catch {
    // Taking it says what is wrong with it.
  } finally {
    stream.destroy();
  }
  return { id: "", sequence: 0, from: "", at: "" };
}

async function writeArrival(
  path: string,
  own: ParcelSender,
  sender: Machine,
  { info }: Bag,
  { answers, arrived, takenAt }: { answers: object[]; arrived: string[]; takenAt: string },
): Promise<void> {
  const { signing, sealing } = own.keys;
  await writeBag({
    ...{ path, signing, sealing },
    info: {
      ...info,
      ...{ kind: "arrival", at: takenAt, from: own.from, to: info.from },
      ...{ signer: signing.publicKey, receiver: sender.keys.sealing, alsoFor: "" },
      ...{ records: answers.length, objects: arrived.length },
    },
    parts: [
      { path: answersList, compress: true, bytes: () => jsonLines(answers) },
      {
        path: arrivedList,
        compress: true,
        bytes: () => jsonLines(arrived.map((digest) => ({ digest }))),
      },
    ],
  });
}

async function* jsonLines(values: readonly object[]): AsyncGenerator<Uint8Array> {
  for (const value of values) yield await Promise.resolve(Buffer.from(`${canonicalJson(value)}\n`));
}
