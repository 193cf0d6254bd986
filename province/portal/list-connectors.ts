import { covers, type Unit } from "#shared/archive/unit.ts";
import type { PortalConnector } from "#shared/contract/portal-connectors.ts";
import { readCarries } from "#province/sharing/connectors/carries.ts";
import { listRefused, sumReceipts } from "#province/sharing/connectors/deliveries.ts";
import { runningSince } from "#province/store/connector-runs.ts";
import { listConnectors } from "#province/store/connectors.ts";
import type { Database } from "#province/store/database.ts";
import { nameOf } from "#province/store/overview.ts";

const mostShown = 20;
const mostCounted = 10_000;

/** The ways to other systems within a scope, with what each carries, its receipts, and what is not there and why. */
export async function listWays(
  database: Database,
  scope: string,
  units: readonly Unit[],
): Promise<PortalConnector[]> {
  const all = (await listConnectors(database)).filter((one) => covers(scope, one.scope));
  return Promise.all(
    all.map(async ({ id, name, means, target, level, carries, place, createdAt, ...own }) => {
      const refused = await listRefused(database, id, mostCounted);
      return {
        ...{ id, name, means, target, scope: own.scope, unitName: nameOf(units, own.scope), level },
        ...{ carries: readCarries(carries), createdAt },
        runningSince: await runningSince(database, id),
        upTo: place ? new Date(place.stamp * 1000).toISOString() : "",
        receipts: await sumReceipts(database, id),
        refused: refused.slice(0, mostShown).map(({ kind, id: record, reason, at }) => ({
          ...{ kind, id: record, reason, at },
        })),
        refusedCount: refused.length,
      };
    }),
  );
}
