import { provinceOf } from "#shared/archive/unit.ts";
import type { Mapping } from "#province/sharing/connectors/mapping.ts";
import {
  addConnector,
  closeConnector,
  type ConnectorRow,
  setCarries,
  setMapping,
} from "#province/store/connectors.ts";
import type { Database } from "#province/store/database.ts";
import { noteAct } from "#province/store/note-act.ts";
import type { Why } from "./let-in.ts";

/** A way to another system as it is to be set up, its mapping read. */
type Way = Omit<ConnectorRow, "id" | "place" | "mapping" | "createdAt"> & { mapping: Mapping };

/**
 * Opens a way by which records go to another system, noted with its reason, with where they go and of which unit up
 * to which level; answers its id.
 */
export async function openWay(
  database: Database,
  wanted: Way,
  { by, reason }: Why,
  now: number,
): Promise<{ id: string }> {
  return database.transaction(async (inside) => {
    const { id } = await addConnector(inside, wanted, now);
    const { name, target, scope, level, mapping, carries } = wanted;
    const way = { to: target, scope, level, mapping: editionOf(mapping), carries };
    const changes = { act: "opened", reason, name, ...way };
    await noteAct(inside, { scope: provinceOf(scope), kind: "connectors", id, changes, by }, now);
    return { id };
  });
}

/** Gives a way another mapping, noted with its reason. */
export async function remap(
  database: Database,
  { id, name, scope }: ConnectorRow,
  mapping: Mapping,
  { by, reason }: Why,
  now: number,
): Promise<void> {
  await database.transaction(async (inside) => {
    await setMapping(inside, id, mapping);
    const changes = { act: "mapped", reason, name, mapping: editionOf(mapping) };
    await noteAct(inside, { scope: provinceOf(scope), kind: "connectors", id, changes, by }, now);
  });
}

/** Says anew what a way carries, noted with its reason. */
export async function reload(
  database: Database,
  { id, name, scope }: ConnectorRow,
  carries: string,
  { by, reason }: Why,
  now: number,
): Promise<void> {
  await database.transaction(async (inside) => {
    await setCarries(inside, id, carries);
    const changes = { act: "carries", reason, name, carries };
    await noteAct(inside, { scope: provinceOf(scope), kind: "connectors", id, changes, by }, now);
  });
}

/** Closes a way for good, noted with its reason. */
export async function shutWay(
  database: Database,
  { id, name, scope }: ConnectorRow,
  { by, reason }: Why,
  now: number,
): Promise<void> {
  await database.transaction(async (inside) => {
    await closeConnector(inside, id, now);
    const changes = { act: "closed", reason, name };
    await noteAct(inside, { scope: provinceOf(scope), kind: "connectors", id, changes, by }, now);
  });
}

function editionOf({ name, version }: Mapping): string {
  return `${name}/${version}`;
}
