import { join } from "node:path";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { type Enrolment, enrolmentSchema } from "./access/device.ts";
import { type EmbedPlace, readEmbedPlace } from "./meaning/embed-place.ts";
import { type ProviderPlace, readProviderPlace } from "./portal/oidc/provider-place.ts";
import { type BucketPlace, readBucketPlace } from "./objects/bucket-place.ts";

/** What the environment says about a province. */
export type Settings = {
  /** Address of a PostgreSQL server; empty for PostgreSQL embedded in `folder`. */
  databaseUrl: string;
  folder: string;
  /** Where the objects are; nothing where they lie in `folder`. It bears a key: not to be shown. */
  bucket: BucketPlace | undefined;
  /** The model by which texts are found by their meaning; nothing where none is installed. */
  embed: EmbedPlace | undefined;
  resources: string;
  /** Folder of the built screen. */
  screen: string;
  host: string;
  port: number;
  name: string;
  /** Where machines reach the province (written into enrolment files); empty where nobody said. */
  address: string;
  /** Whom other systems write to about what they are given; empty where nobody said. */
  email: string;
  /** By which metrics are read from elsewhere; without one they are read on this machine alone. */
  metricsToken: string;
  /** Administrators of the portal sign in with a second factor. */
  secondFactor: boolean;
  /** By which people of the portal may sign in beside their passphrases; it bears a secret: not to be shown. */
  provider: ProviderPlace | undefined;
  practice: boolean;
  enrolments: Enrolment[];
};

const enrolments = Compile(Type.Array(enrolmentSchema));

/** Reads the settings; throws on one that cannot be meant. A practice province listens on loopback only. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const practice = environment["MUCLUC_PROVINCE_PRACTICE"] === "1";
  const port = Number(environment["MUCLUC_PROVINCE_PORT"] ?? (practice ? "0" : "8552"));
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error("MUCLUC_PROVINCE_PORT is no port");
  const enrol: unknown = JSON.parse(environment["MUCLUC_PROVINCE_ENROL"] || "[]");
  if (!enrolments.Check(enrol)) throw new Error("MUCLUC_PROVINCE_ENROL is no list of enrolments");
  return {
    databaseUrl: practice ? "" : (environment["DATABASE_URL"] ?? ""),
    folder: environment["MUCLUC_PROVINCE_DATA"] ?? "province-data",
    bucket:
      practice || !environment["OBJECTS_URL"]
        ? undefined
        : readBucketPlace(environment["OBJECTS_URL"], environment),
    embed: practice ? undefined : readEmbedPlace(environment),
    resources: environment["MUCLUC_RESOURCES"] ?? ownResources(),
    screen: environment["MUCLUC_SCREEN"] ?? ownScreen(),
    host: practice ? "127.0.0.1" : (environment["MUCLUC_PROVINCE_HOST"] ?? "127.0.0.1"),
    port,
    name: environment["MUCLUC_PROVINCE_NAME"] ?? (practice ? "Tỉnh thực hành" : "Tỉnh Bình Định"),
    address: environment["MUCLUC_PROVINCE_ADDRESS"] ?? "",
    email: environment["MUCLUC_PROVINCE_EMAIL"] ?? "",
    metricsToken: environment["MUCLUC_METRICS_TOKEN"] ?? "",
    secondFactor: environment["MUCLUC_PORTAL_SECOND_FACTOR"] === "administrators",
    provider: practice ? undefined : readProviderPlace(environment),
    practice,
    enrolments: enrol,
  };
}

/** The bundled resources lie beside the source, and beside `out` where the province was built. */
function ownResources(): string {
  const up = import.meta.filename.endsWith(".ts") ? [".."] : ["..", ".."];
  return join(import.meta.dirname, ...up, "resources");
}

/** Seen from the bundle (`out/main`) or from the source. */
function ownScreen(): string {
  const bundled = join(import.meta.dirname, "..", "renderer");
  return import.meta.filename.endsWith(".ts") ? join(import.meta.dirname, "..", "out", "renderer") : bundled;
}
