import { type Act, may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";
import { partnerRoute } from "./admit-partners.ts";
import { actOfReaderRoute } from "./admit-readers.ts";
import { watcherRoute } from "./admit-watchers.ts";

/**
 * What a machine does that asks at a route; `open` to strangers where they are told who the province is or are let in.
 * What may be written of which collection is asked of each row (`writeActs`).
 */
export const routeActs: Record<string, Act | "open"> = {
  "GET /hello": "open",
  "POST /enrol": "open",
  "POST /replication/:collection/pull": "look",
  "POST /replication/:collection/push": "look",
  "GET /replication/:collection/digest": "look",
  "GET /replication/:collection/buckets": "look",
  "POST /replication/:collection/hashes": "look",
  "POST /replication/:collection/read": "look",
  "GET /replication/stream": "look",
  "POST /objects": "exchange",
  "PATCH /objects/:id": "exchange",
  "DELETE /objects/:id": "exchange",
  "HEAD /objects/:id": "exchange",
  "OPTIONS /objects": "exchange",
  "OPTIONS /objects/:id": "exchange",
  "GET /overview": "look",
  "GET /aside": "look",
  "GET /batches": "look",
  "POST /search": "look",
  "POST /catalogue": "look",
  "GET /receipts/:digest": "look",
  "GET /object/:digest": "look",
  "POST /parcels": "look",
  "GET /fonds": "look",
  "POST /fonds/:id/confirm": "confirm-codes",
  "GET /fonds/queue": "look",
  "POST /fonds/decide": "reconcile-fonds",
  "GET /terms": "look",
  "POST /terms/:id/decide": "decide-terms",
  "GET /reports/:day": "look",
  "POST /reports/message": "report",
  "GET /rules": "look",
  "GET /machines": "look",
  "GET /": "open",
  "GET /tra-cuu": "open",
  "GET /tra-cuu/*": "open",
};

/**
 * The act of a route; `HEAD` asks for what `GET` would answer. `reader` where people ask, `partner` where others'
 * systems do and `watcher` where the machine is watched, each by a table of its own; nothing where no table knows it.
 */
export function actOfRoute(
  method: string,
  url: string,
): Act | "open" | "reader" | "partner" | "watcher" | undefined {
  const act = routeActs[`${method} ${url}`] ?? (method === "HEAD" ? routeActs[`GET ${url}`] : undefined);
  return (
    act ??
    (actOfReaderRoute(method, url) && "reader") ??
    (partnerRoute(method, url) && "partner") ??
    (watcherRoute(method, url) && "watcher")
  );
}

/** Whether a machine of this role may ask at the route. */
export function mayAsk(role: Role, method: string, url: string): boolean {
  const act = actOfRoute(method, url);
  if (act === undefined || act === "reader" || act === "partner" || act === "watcher") return false;
  return act === "open" || may(role, act);
}
