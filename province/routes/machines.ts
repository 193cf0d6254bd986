import { listMachines } from "#province/access/machines.ts";
import { type App, deviceOf, type Province } from "./typed.ts";

/** The signed cards of the machines that the asking one may exchange parcels with. */
export function addMachineRoute(app: App, { database, keys }: Province): void {
  app.get("/machines", async (request) => ({ cards: await listMachines(database, keys, deviceOf(request)) }));
}
