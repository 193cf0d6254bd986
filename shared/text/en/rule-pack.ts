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
  proven: "Signature checked: these rules and lists of words are the province's own.",
  unproven: "There is no signature of the province to check.",
  units: (number) => `Tables of units under amendment ${number} of the province.`,
  refusals: {
    unreadable: (reason) =>
      `The latest rules from the province could not be read and are not used; those before them still hold. Tell the province: ${reason}`,
    unsigned: () =>
      "The rules and lists that came bear no signature of the province and are not used. Those before them still hold, and no data is touched. Tell the province: its server, or the hub, may need a newer version.",
    forged: () =>
      "The signature of the rules and lists that came does not fit the key of the province that this machine holds, so they are not used: they may have been altered, or come from elsewhere. Those before them still hold, and no data is touched. Call the province and compare the mark of its key, which the settings show.",
    older: () =>
      "The rules and lists that came are older than those in force and are not used. Those in force still hold. If they come by way of a hub, let it reach the province first; tell the province if this message stays.",
    program: (version) =>
      `The province's new rules and lists need version ${version} of the program or later; the one on this machine is older, so they are not applied. Those in force still hold, no data is touched, and it is sent to the province as ever. Ask the province for the file that installs the new version, and check it under “An update brought on a stick” before installing; the machine then takes the new rules by itself.`,
  },
  tooOld: (version) =>
    `The province's new rules need version ${version} of the program. This machine goes on by the rules in force. The settings show how to update.`,
  changed: (version, name) =>
    `The province changed its rules (number ${version}). In force: ${name}. See the settings.`,
};
