import { common } from "#shared/text/vi/common.ts";
import { faults } from "#shared/text/vi/faults.ts";
import { shell } from "#shared/text/vi/shell.ts";

/** Every word a person reads, in Vietnamese: the language the product is written in. One file for each topic. */
export const vi = { common, faults, shell };

/** What another language must have: a missing word does not compile. */
export type Words = typeof vi;
