import { Type } from "typebox";
import { asideQuestionSchema } from "#shared/contract/province-aside.ts";
import { actReasonSchema, type PortalDevices, type PortalHealth } from "#shared/contract/portal-admin.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { shutOutDevice } from "#province/access/device.ts";
import type { BackupNotes } from "#province/backup/note-backup.ts";
import { type Health, leastRoom } from "#province/health/check-health.ts";
import { listDevices } from "#province/portal/list-devices.ts";
import { listWrongClocks } from "#province/portal/list-wrong-clocks.ts";
import { readAuditWalks } from "#province/portal/read-audit-walks.ts";
import { readAside } from "#province/store/read-aside.ts";
import { type App, type Province, Refused } from "./typed.ts";

/** How the province is watched: its health as at `/health`, and the last backup of each place. */
export type Watched = { health: () => Promise<Health>; backups: () => Promise<BackupNotes> };

const device = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }) });

/** What administrators see of the province and do to its machines, each within their own scope. */
export function addPortalAdminRoutes(app: App, { database, now, units }: Province, watched: Watched): void {
  app.get("/portal/admin/health", async (request): Promise<PortalHealth> => {
    const { scope } = personOf(request);
    const [{ checks, roomBytes, standing, meaning }, audit, clocks, backups] = await Promise.all([
      watched.health(),
      readAuditWalks(database, scope, units),
      listWrongClocks(database, scope, now()),
      watched.backups(),
    ]);
    return {
      at: new Date(now()).toISOString(),
      checks,
      ...(roomBytes !== undefined && { roomBytes }),
      leastRoom,
      ...(standing && { standing }),
      ...(meaning && { meaning }),
      audit,
      clocks,
      backups: backups.made.map(({ to, at, objects, objectBytes, missing, damaged }) => ({
        ...{ place: to, at, objects, objectBytes, missing, damaged },
      })),
      failedBackups: backups.failed.map(({ to, failedAt, why }) => ({ place: to, at: failedAt, why })),
    };
  });

  app.get("/portal/admin/aside", { schema: { querystring: asideQuestionSchema } }, (request) =>
    readAside(database, personOf(request), units, request.query),
  );

  app.get("/portal/admin/devices", async (request): Promise<PortalDevices> => ({
    now: new Date(now()).toISOString(),
    ...(await listDevices(database, personOf(request).scope, units)),
  }));

  app.post(
    "/portal/admin/devices/:id/revoked",
    { schema: { params: device, body: actReasonSchema } },
    async (request) => {
      const { id, role, scope } = personOf(request);
      const reason = request.body.reason.normalize("NFC").trim();
      const why = { reason, by: { id, role }, within: scope };
      const revoked = await database.transaction((inside) =>
        shutOutDevice(inside, request.params.id, why, now()),
      );
      if (revoked === 0) throw new Refused(409, "machine-out", "no such machine, or it was shut out before");
      return { revoked };
    },
  );
}
