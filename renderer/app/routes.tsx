import type { ComponentType } from "react";
import type { Role } from "#shared/archive/role.ts";

/** A place in the app: its address, its icon in the navigation, and for whom it is listed there. */
export type Route = {
  path: string;
  /** Key of its name in `words.shell.places`. */
  name: "inventory";
  Icon: ComponentType<{ size?: number | string }>;
  roles: readonly Role[];
  Screen: ComponentType;
};
