import type { Words } from "#shared/text/vi.ts";

export const rulePack: Words["rulePack"] = {
  bundled: "The app's own rules are in force; the province has issued none.",
  fromProvince: (version, issued, by) =>
    by === ""
      ? `The province's rules number ${version}, issued ${issued}.`
      : `The province's rules number ${version}, issued ${issued} (${by}).`,
  received: (time) => `This machine received them ${time}; they hold without a network too.`,
  provinceChose: (name) => `The province chose ${name}.`,
  closed: "The province asks every machine to use the same circular, so it cannot be changed here.",
  refused: (reason) =>
    `The latest rules from the province could not be read and are not used; those before them still hold. Tell the province: ${reason}`,
  changed: (version, name) =>
    `The province changed its rules (number ${version}). In force: ${name}. See the settings.`,
};
