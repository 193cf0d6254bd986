import { readMoment } from "#shared/base/moment.ts";
import type { Querying } from "#province/store/database.ts";
import type { Device } from "./device.ts";

/** What a machine says of itself beside a request: by which version of the program, and what its clock shows. */
export type Said = { version: unknown; clock: unknown; method: string };

const minute = 60_000;

/**
 * Notes of each device, at most once a minute, that it asked, by which version of the program, and how far its clock
 * is ahead of the province's, where it says so. What it says is believed: nothing is refused for a wrong clock.
 */
export function noteSeen(database: Querying, now: () => number) {
  const noted = new Map<string, { at: number; clock: boolean }>();
  return async ({ deviceId }: Device, said: Said): Promise<void> => {
    const at = now();
    const ahead = aheadOf(said, at);
    const last = noted.get(deviceId);
    const isFresh = last !== undefined && Math.abs(at - last.at) < minute;
    if (isFresh && (last.clock || ahead === undefined)) return;
    noted.set(deviceId, { at, clock: ahead !== undefined });
    const version =
      typeof said.version === "string" && /^[0-9A-Za-z.+-]{1,40}$/.test(said.version) ? said.version : "";
    await database.query(
      `update devices set last_seen_at = $2, app_version = case when $3 = '' then app_version else $3 end,
         clock_ahead_ms = coalesce($4, clock_ahead_ms),
         clock_measured_at = case when $4::bigint is null then clock_measured_at else $2 end
       where device_id = $1 and revoked_at = ''`,
      [deviceId, new Date(at).toISOString(), version, ahead ?? null],
    );
  };
}

/**
 * How far a clock is ahead, by what it showed as the request left. A request with a body may have been kept by a proxy
 * until all of it was there, which would look like a slow clock: those say nothing.
 */
function aheadOf({ clock, method }: Said, at: number): number | undefined {
  if (method !== "GET" || typeof clock !== "string") return undefined;
  const shown = readMoment(clock);
  return Number.isNaN(shown) ? undefined : Math.round(shown - at);
}
