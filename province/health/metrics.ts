import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "#province/store/database.ts";
import type { Health } from "./check-health.ts";

/** What came of the rows of a push. */
export type PushOutcome = { taken: number; refused: number; held: number };

/** Counts what the province does. Labels are routes, states and kinds of records: never a name, a unit or an id. */
export type Metrics = {
  answered(request: { method: string; route: string; status: number; seconds: number }): void;
  pushed(collection: string, outcome: PushOutcome): void;
  received(bytes: number): void;
  /** Everything counted, with how the province stands now, in the text of Prometheus. */
  write(health: Health, pool: ReturnType<NonNullable<Database["pool"]>> | undefined): Promise<string>;
  contentType: string;
};

/** A registry of its own, or the one handed in: two provinces in one process count apart. */
export function openMetrics(registry = new Registry()): Metrics {
  const registers = [registry];
  const requests = new Counter({
    ...{
      name: "mucluc_requests_total",
      help: "Requests answered, by the template of their route",
      registers,
    },
    labelNames: ["method", "route", "status"],
  });
  const durations = new Histogram({
    ...{ name: "mucluc_request_seconds", help: "Time until a request was answered", registers },
    labelNames: ["method", "route"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  });
  const changes = new Counter({
    ...{ name: "mucluc_pushed_changes_total", help: "Records pushed by machines, by what came of them" },
    labelNames: ["collection", "outcome"],
    registers,
  });
  const objects = new Counter({ name: "mucluc_objects_received_total", help: "Objects received", registers });
  const bytes = new Counter({
    ...{ name: "mucluc_object_bytes_received_total", help: "Bytes of objects received" },
    registers,
  });
  const stand = openStanding(registers);
  return {
    answered({ method, route, status, seconds }) {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
    pushed(collection, outcome) {
      for (const [name, count] of Object.entries(outcome))
        if (count > 0) changes.inc({ collection, outcome: name }, count);
    },
    received(size) {
      objects.inc();
      bytes.inc(size);
    },
    write(health, pool) {
      stand(health, pool);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

/** Gauges that are set when they are read. What is not known is left out: the last known value would be a lie. */
function openStanding(registers: Registry[]) {
  const gauge = (name: string, help: string) => {
    const made = new Gauge({ name: `mucluc_${name}`, help, registers });
    return (value: number | undefined) => (value === undefined ? made.remove() : made.set(value));
  };
  const states = (name: string, help: string) => {
    const made = new Gauge({ name: `mucluc_${name}`, help, labelNames: ["state"], registers });
    return (values: Record<string, number> | undefined) => {
      made.reset();
      for (const [state, value] of Object.entries(values ?? {})) made.set({ state }, value);
    };
  };
  const ready = gauge("ready", "1 where the province can take anything in");
  const checks = states("check_ok", "1 where a part that it stands on holds");
  const room = gauge("room_bytes", "Bytes left where the objects are");
  const words = gauge("words_waiting", "Pages whose words are still to be indexed, counted to 100000");
  const catalogue = gauge("catalogue_waiting", "Rows of the catalogue still to be made, counted to 100000");
  const aside = states("rows_aside", "Rows held for another record, or refused, counted to 100000 each");
  const devices = states(
    "devices",
    "Machines let in, those seen within a day, of these whose clocks are off, and those with older rules than are handed out",
  );
  const audit = gauge("audit_checked_timestamp_seconds", "When each district's audit had been walked last");
  const broken = gauge("audit_broken", "Districts whose audit does not follow from itself");
  const backup = gauge("backup_timestamp_seconds", "When the province was last backed up");
  const meaningOn = gauge(
    "meaning_on",
    "1 while texts are found by their meaning, 0 while the model is away",
  );
  const meaningWaiting = gauge("meaning_waiting", "Rows still to be embedded, counted to 100000");
  const connections = states("database_connections", "Connections to PostgreSQL, and who waits for one");
  return (
    { ready: isReady, checks: checked, roomBytes, standing, audit: chains, backupAt = "", meaning }: Health,
    pool: ReturnType<NonNullable<Database["pool"]>> | undefined,
  ) => {
    ready(isReady ? 1 : 0);
    checks(Object.fromEntries(Object.entries(checked).map(([name, ok]) => [name, ok ? 1 : 0])));
    room(roomBytes);
    words(standing?.wordsWaiting);
    catalogue(standing?.catalogueWaiting);
    aside(standing && { held: standing.held, refused: standing.refused });
    devices(
      standing && {
        enrolled: standing.devicesEnrolled,
        seen: standing.devicesSeen,
        clock_off: standing.devicesClockOff,
        rules_behind: standing.devicesRulesBehind,
      },
    );
    audit(chains && chains.checkedAt !== "" ? Date.parse(chains.checkedAt) / 1000 : undefined);
    broken(chains?.broken);
    backup(backupAt === "" ? undefined : Date.parse(backupAt) / 1000);
    const isUsed = meaning !== undefined && meaning.state !== "off";
    meaningOn(isUsed ? (meaning.state === "away" ? 0 : 1) : undefined);
    meaningWaiting(isUsed ? meaning.waiting : undefined);
    connections(pool);
  };
}
