import { auditCommand, checkAuditCommand } from "./audit/audit-command.ts";
import { backupCommand, restoreCommand } from "./backup/backup-command.ts";
import { runCommand } from "./enrol.ts";
import { connectorCommand } from "./connector-command.ts";
import { exportCommand } from "./export-command.ts";
import { partnerCommand } from "./partner-command.ts";
import { parcelCommand } from "./parcel/parcel-command.ts";
import { objectsCommand } from "./objects/objects-command.ts";
import { openDatabase, serveProvince } from "./serve.ts";
import { recoverBackup } from "./recover-backup.ts";
import { readerCommand } from "./reader-command.ts";
import { setRules } from "./set-rules.ts";
import { readSettings, type Settings } from "./settings.ts";
import type { Database } from "./store/database.ts";
import { updateCommand } from "./update-command.ts";

/*
 * The province's process. `node province/main.ts` serves (settings in the environment, see `settings.ts`) and
 * prints `{"listening":"http://…"}` on one line; `node province/main.ts enrol …` and `revoke …` rule devices, and
 * `rules …` sets what they are handed out; `parcel read FILE` takes in what came on a USB stick; `recover FILE` opens
 * the key of a backup whose passphrase was forgotten; `reader …` lets a person read in the portal, and
 * `partner …` a system be given records; `export …` writes all that may leave into a folder;
 * `objects …` checks the objects, or copies them into the bucket; `connector …` delivers records to other systems;
 * `update FILE …` approves what installs the program; `backup …` and `restore …` carry the whole province to another place and back;
 * `audit export …` writes the audit so that `audit check FILE …` walks it without the province.
 * It stops on SIGTERM or SIGINT, and when the process that forked it goes away.
 */

function say(message: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
  process.send?.(message);
  portOfParent()?.postMessage(message);
}

function report(fault: unknown): void {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
}

type ParentPort = { postMessage(message: unknown): void; on(event: "close", listener: () => void): void };

/** The way to the parent where this is a utility process of Electron's. */
function portOfParent(): ParentPort | undefined {
  const port: unknown = Reflect.get(process, "parentPort");
  return isParentPort(port) ? port : undefined;
}

function isParentPort(port: unknown): port is ParentPort {
  return typeof port === "object" && port !== null && "postMessage" in port && "on" in port;
}

async function serve(): Promise<void> {
  const province = await serveProvince(readSettings(process.env), report);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    province.stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        report(fault);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("disconnect", stop);
  process.on("message", (message) => {
    if (message === "stop") stop();
  });
  portOfParent()?.on("close", stop);
  say({ listening: province.address });
}

type Command = (
  database: Database,
  words: readonly string[],
  settings: Settings,
) => Promise<Record<string, unknown>>;

const commands: Record<string, Command | undefined> = {
  enrol: (database, words, settings) => runCommand(database, "enrol", words, settings, Date.now),
  revoke: (database, words, settings) => runCommand(database, "revoke", words, settings, Date.now),
  rules: (database, words, settings) => setRules(database, words, settings, Date.now),
  parcel: (database, words, settings) => parcelCommand(database, words, settings, report),
  objects: (database, words, settings) => objectsCommand(database, words, settings, report),
  reader: (database, words) => readerCommand(database, words, Date.now),
  partner: (database, words) => partnerCommand(database, words, Date.now),
  backup: (database, words, settings) => backupCommand(database, words, settings, Date.now),
  connector: (database, words, settings) => connectorCommand(database, words, settings, Date.now),
  update: (database, words, settings) => updateCommand(database, words, settings, Date.now),
  export: (database, words, settings) => exportCommand(database, words, settings, Date.now),
  audit: (database, words, settings) => auditCommand(database, words, settings, Date.now),
};

async function main(): Promise<void> {
  const [command, ...words] = process.argv.slice(2);
  if (command === undefined || command === "serve") return serve();
  if (command === "recover") {
    say(await recoverBackup(readSettings(process.env).folder, words, Date.now));
    return;
  }
  if (command === "restore") {
    say(await restoreCommand(words, readSettings(process.env), Date.now));
    return;
  }
  if (command === "audit" && words[0] === "check") {
    say(await checkAuditCommand(words.slice(1)));
    return;
  }
  const run = commands[command];
  if (!run) throw new Error(`not a command: ${command}`);
  const settings = readSettings(process.env);
  const database = await openDatabase(settings, report);
  try {
    say(await run(database, words, settings));
  } finally {
    await database.close();
  }
}

main().catch((fault: unknown) => {
  const message = fault instanceof Error ? fault.message : String(fault);
  process.stderr.write(`${message}\n`);
  process.send?.({ failed: message });
  portOfParent()?.postMessage({ failed: message });
  process.exitCode = 1;
  if (process.connected) process.disconnect();
});
