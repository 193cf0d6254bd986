import { IconArchive, IconListCheck } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { type Role, roles } from "#shared/archive/role.ts";
import type { Words } from "#shared/text/vi.ts";
import { FileScreen } from "#renderer/features/inventory/file-screen.tsx";
import { FondsScreen } from "#renderer/features/inventory/fonds-screen.tsx";
import { InventoryScreen } from "#renderer/features/inventory/inventory-screen.tsx";
import { HomeScreen } from "#renderer/features/welcome/home-screen.tsx";

/** A place listed in the navigation: its icon, its key in `words.shell.places`, and for whom it is listed. */
export type Place = {
  name: keyof Words["shell"]["places"];
  Icon: ComponentType<{ size?: number | string }>;
  roles: readonly Role[];
};

/** An address in wouter's pattern (`/inventory/:fondsId`), the screen shown there, and its place if it has one. */
export type Route = { path: string; Screen: ComponentType; place?: Place };

/** Every address of the app. Places are listed in the navigation in this order. */
export const routes: readonly Route[] = [
  { path: "/", Screen: HomeScreen, place: { name: "home", Icon: IconListCheck, roles } },
  { path: "/inventory", Screen: InventoryScreen, place: { name: "inventory", Icon: IconArchive, roles } },
  { path: "/inventory/fonds/:fondsId", Screen: FondsScreen },
  { path: "/inventory/file/:fileId", Screen: FileScreen },
];
