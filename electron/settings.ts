import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { type NamePractice, namePracticeNames } from "#shared/archive/document-name.ts";
import { readDocumentTemplate } from "#shared/archive/document-template.ts";
import { profileSchema } from "#shared/archive/profile.ts";
import { roleSchema } from "#shared/archive/role.ts";
import { Choice } from "#shared/base/schema.ts";
import { publicKeysSchema } from "#shared/keys/key-text.ts";
import { normsSchema } from "#shared/report/cost.ts";
import { ruleProfileNameSchema } from "#shared/rules/profile-name.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";
import { writeWhole } from "#shared/node/write-whole.ts";

const joinedHubSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** By which its key is known (see `pinOf`). */
  pin: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  host: Type.String({ minLength: 1 }),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  /** The unit and role of this machine when it was paired. */
  scope: Type.String(),
  role: roleSchema,
  pairedAt: Type.String(),
  active: Type.Boolean(),
});

const servingSchema = Type.Object({ port: Type.Integer({ minimum: 0, maximum: 65_535 }) });

const settingsSchema = Type.Object({
  deviceId: Type.String({ minLength: 1 }),
  profile: Type.Union([profileSchema, Type.Null()]),
  /** The province this desk syncs with; without one the practice province is used. */
  province: Type.Union([
    Type.Object({
      address: Type.String(),
      /** Left by an older version; it moves to the secrets at the next start. */
      token: Type.Optional(Type.String()),
      /** The keys the province must prove to hold; absent where its address and token were typed by hand. */
      pin: Type.Optional(publicKeysSchema),
      name: Type.Optional(Type.String()),
    }),
    Type.Null(),
  ]),
  /** Token of the practice province, made on this machine and of use nowhere else. */
  practiceToken: Type.String(),
  /** The profile of rules chosen on this machine; nothing where it follows the province. */
  ruleProfile: Type.Union([ruleProfileNameSchema, Type.Null()]),
  /** The hub of the centre that this machine is paired with. */
  hub: Type.Optional(Type.Union([joinedHubSchema, Type.Null()])),
  /** Where this machine listens as the hub of its centre; nothing where it is none. */
  serving: Type.Optional(Type.Union([servingSchema, Type.Null()])),
  /** How saved PDF/A are named unless a person says otherwise; nothing where nobody chose. */
  renditionNames: Type.Optional(Choice(namePracticeNames)),
  /** The centre's own template of names, read before it is kept. */
  renditionTemplate: Type.Optional(Type.String()),
  /** Norms of cost that were changed on this machine; nothing where those of the app stand. */
  norms: Type.Optional(Type.Union([normsSchema, Type.Null()])),
});

// A name that an older or newer version knew costs the desk neither its id nor its province.
const storedSchema = Type.Object({
  ...settingsSchema.properties,
  hub: Type.Optional(Type.Unknown()),
  serving: Type.Optional(Type.Unknown()),
  ruleProfile: Type.Optional(Type.Unknown()),
  renditionNames: Type.Optional(Type.Unknown()),
  renditionTemplate: Type.Optional(Type.Unknown()),
  norms: Type.Optional(Type.Unknown()),
});

export type Settings = Static<typeof settingsSchema>;

export type SettingsStore = { current(): Settings; change(changes: Partial<Settings>): Promise<Settings> };

/** Opens `settings.json` in the desk's folder; where it is missing or unreadable, with the given first settings. */
export async function openSettings(folder: string, first: () => Settings): Promise<SettingsStore> {
  const path = join(folder, "settings.json");
  let settings = await read(path);
  if (!settings) {
    settings = first();
    await writeWhole(path, JSON.stringify(settings, null, 2));
  }
  let current = settings;
  return {
    current: () => current,
    async change(changes) {
      current = { ...current, ...changes };
      await writeWhole(path, JSON.stringify(current, null, 2));
      return current;
    },
  };
}

/** The name of the province's token among the secrets. */
export const provinceToken = "province-token";

/** Moves the token that an older version kept in the settings to the secrets; it is in one of them at any time. */
export async function hideToken(settings: SettingsStore, secrets: Secrets): Promise<void> {
  const { province } = settings.current();
  if (!province || province.token === undefined) return;
  const { token, ...rest } = province;
  if (token !== "") await secrets.write(provinceToken, token);
  await settings.change({ province: rest });
}

async function read(path: string): Promise<Settings | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    if (!Check(storedSchema, value)) return undefined;
    const { hub, serving, ruleProfile, renditionNames, renditionTemplate, norms, ...rest } = value;
    const template =
      typeof renditionTemplate === "string" && readDocumentTemplate(renditionTemplate).ok
        ? renditionTemplate
        : undefined;
    const names = namePracticeNames.find(
      (name: NamePractice) => name === renditionNames && (name !== "template" || template !== undefined),
    );
    return {
      ...rest,
      ...(Check(joinedHubSchema, hub) ? { hub } : {}),
      ...(Check(servingSchema, serving) ? { serving } : {}),
      ...(names === undefined ? {} : { renditionNames: names }),
      ...(template === undefined ? {} : { renditionTemplate: template }),
      ...(Check(normsSchema, norms) ? { norms } : {}),
      ruleProfile: Check(ruleProfileNameSchema, ruleProfile) ? ruleProfile : null,
    };
  } catch {
    return undefined;
  }
}
