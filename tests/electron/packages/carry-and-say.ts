import { writeSync } from "node:fs";
import { openCarryingDesk } from "#tests/helpers/carrying-desk.ts";

/** Run as a process of its own: carries the packages of a desk to two places, and says each step of the writing. */
const [folder = "", first = "", second = "", profile = "sip-hoso-tt05"] = process.argv.slice(2);
const { carry, close } = await openCarryingDesk({
  folder,
  heard: ({ done, total }) => writeSync(1, `${done} ${total}\n`),
});
await carry({ folder: first, second, profile: profile as "sip-hoso-tt05" });
writeSync(1, "written\n");
close();
