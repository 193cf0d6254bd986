import { common } from "#shared/text/en/common.ts";
import { faults } from "#shared/text/en/faults.ts";
import { shell } from "#shared/text/en/shell.ts";
import type { Words } from "#shared/text/vi.ts";

export const en: Words = { common, faults, shell };
