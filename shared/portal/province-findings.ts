import { readMoment } from "#shared/base/moment.ts";
import type { PortalHealth } from "#shared/contract/portal-admin.ts";

/** `stop`: nothing can be taken in. `act`: what is kept is at risk. `watch`: nothing is wrong yet, somebody is to look. */
export type Urgency = "stop" | "act" | "watch";

export type FindingCode =
  | "database"
  | "objects"
  | "room"
  | "keys"
  | "audit-broken"
  | "backup-none"
  | "backup-failed"
  | "backup-old"
  | "backup-damaged"
  | "backup-missing"
  | "room-low"
  | "backup-one"
  | "audit-unwalked"
  | "aside"
  | "machines-quiet"
  | "machines-clock";

export type Finding = { code: FindingCode; urgency: Urgency; count: number; names: string[] };

const hour = 3_600_000;
/** A backup is made each night: one that is older was missed. */
export const backupMayAge = 36 * hour;
/** The audit is walked each day. */
const walkMayAge = 48 * hour;
/** So many times the room below which nothing is taken in is little. */
const comfortably = 5;

/** What is wrong with a province, or soon will be; the most urgent first. Nothing where all is well. */
export function findingsOf(health: PortalHealth): Finding[] {
  const { checks, standing, roomBytes, leastRoom } = health;
  const found: Finding[] = [];
  const add = (urgency: Urgency, code: FindingCode, count = 0, names: string[] = []) =>
    found.push({ code, urgency, count, names });
  for (const [code, holds] of Object.entries(checks)) if (!holds) add("stop", code as keyof typeof checks);
  const broken = health.audit.filter(({ brokenAt }) => brokenAt !== undefined);
  if (broken.length > 0) add("act", "audit-broken", broken.length, namesOf(broken));
  addBackups(health, add);
  if (checks.room && roomBytes !== undefined && roomBytes < leastRoom * comfortably)
    add("watch", "room-low", roomBytes);
  const unwalked = health.audit.filter(({ checkedAt }) => isOlder(health.at, checkedAt, walkMayAge));
  if (unwalked.length > 0) add("watch", "audit-unwalked", unwalked.length, namesOf(unwalked));
  if (standing) {
    const { held, refused, devicesEnrolled, devicesSeen } = standing;
    if (held + refused > 0) add("watch", "aside", held + refused);
    if (devicesEnrolled > 0 && devicesSeen === 0) add("watch", "machines-quiet", devicesEnrolled);
  }
  const { total, names } = health.clocks;
  if (total > 0) add("watch", "machines-clock", total, names);
  const order: readonly Urgency[] = ["stop", "act", "watch"];
  return found.sort((one, other) => order.indexOf(one.urgency) - order.indexOf(other.urgency));
}

function addBackups(
  { backups, failedBackups, at }: PortalHealth,
  add: (urgency: Urgency, code: FindingCode, count?: number, names?: string[]) => void,
): void {
  // One that fails is noted anew each night: an older word is of a place that is backed up into no more.
  const failed = failedBackups.filter((one) => !isOlder(at, one.at, backupMayAge));
  if (failed.length > 0)
    add(
      "act",
      "backup-failed",
      failed.length,
      failed.map(({ place, why }) => `${place} (${why})`),
    );
  const [latest] = backups;
  if (!latest) {
    add("act", "backup-none");
    return;
  }
  const fresh = backups.filter((one) => !isOlder(at, one.at, backupMayAge));
  if (fresh.length === 0) add("act", "backup-old");
  const damaged = Math.max(0, ...fresh.map((one) => one.damaged));
  const missing = Math.max(0, ...fresh.map((one) => one.missing));
  if (damaged > 0) add("act", "backup-damaged", damaged);
  if (missing > 0) add("act", "backup-missing", missing);
  if (fresh.length === 1) add("watch", "backup-one", 1, [latest.place]);
}

/** Whether a moment is further back from `now` than it may be; one that never came is. */
function isOlder(now: string, moment: string, mayAge: number): boolean {
  return moment === "" || readMoment(now) - readMoment(moment) > mayAge;
}

function namesOf(units: readonly { name: string }[]): string[] {
  return units.map(({ name }) => name);
}
