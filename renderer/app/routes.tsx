import {
  IconArchive,
  IconArrowBackUp,
  IconArrowsSplit2,
  IconClipboardCheck,
  IconHelp,
  IconListCheck,
  IconListSearch,
  IconMap2,
  IconMapPin,
  IconMessages,
  IconPackages,
  IconReportAnalytics,
  IconRoute,
  IconScan,
  IconSearch,
  IconSettings,
  IconTable,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { permissions } from "#shared/archive/permissions.ts";
import { type Role, roles } from "#shared/archive/role.ts";
import type { Words } from "#shared/text/vi.ts";
import { CaptureListScreen } from "#renderer/features/capture/capture-list-screen.tsx";
import { CaptureScreen } from "#renderer/features/capture/capture-screen.tsx";
import { ChaseScreen } from "#renderer/features/chase/chase-screen.tsx";
import { CheckItemsScreen } from "#renderer/features/check/check-items-screen.tsx";
import { CheckListScreen } from "#renderer/features/check/check-list-screen.tsx";
import { CheckScreen } from "#renderer/features/check/check-screen.tsx";
import { BatchScreen } from "#renderer/features/batches/batch-screen.tsx";
import { BatchesScreen } from "#renderer/features/batches/batches-screen.tsx";
import { CustodyScreen } from "#renderer/features/custody/custody-screen.tsx";
import { HelpPageScreen } from "#renderer/features/help/help-page-screen.tsx";
import { HelpScreen } from "#renderer/features/help/help-screen.tsx";
import { ConflictsScreen } from "#renderer/features/conflicts/conflicts-screen.tsx";
import { FormsScreen } from "#renderer/features/forms/forms-screen.tsx";
import { CountScreen } from "#renderer/features/handovers/count-screen.tsx";
import { HandoversScreen } from "#renderer/features/handovers/handovers-screen.tsx";
import { HubScreen } from "#renderer/features/hub/hub-screen.tsx";
import { BoxesScreen } from "#renderer/features/inventory/boxes/boxes-screen.tsx";
import { FileScreen } from "#renderer/features/inventory/file-screen.tsx";
import { FondsScreen } from "#renderer/features/inventory/fonds-screen.tsx";
import { InventoryScreen } from "#renderer/features/inventory/inventory-screen.tsx";
import { TakePackagesScreen } from "#renderer/features/inventory/packages/take-packages-screen.tsx";
import { KeepingScreen } from "#renderer/features/keeping/keeping-screen.tsx";
import { MatrixScreen } from "#renderer/features/matrix/matrix-screen.tsx";
import { NotesScreen } from "#renderer/features/notes/notes-screen.tsx";
import { OutboxScreen } from "#renderer/features/outbox/outbox-screen.tsx";
import { SameFondsScreen } from "#renderer/features/province/same-fonds-screen.tsx";
import { AsideScreen } from "#renderer/features/province/aside-screen.tsx";
import { DistrictScreen } from "#renderer/features/province/district-screen.tsx";
import { ProvinceScreen } from "#renderer/features/province/province-screen.tsx";
import { QualityScreen } from "#renderer/features/quality/quality-screen.tsx";
import { ReadingScreen } from "#renderer/features/reading/reading-screen.tsx";
import { CostScreen } from "#renderer/features/reports/cost-screen.tsx";
import { ReportsScreen } from "#renderer/features/reports/reports-screen.tsx";
import { ReviewScreen } from "#renderer/features/review/review-screen.tsx";
import { ReworkScreen } from "#renderer/features/rework/rework-screen.tsx";
import { SampleScreen } from "#renderer/features/sample/sample-screen.tsx";
import { SchemeScreen } from "#renderer/features/scheme/scheme-screen.tsx";
import { SearchScreen } from "#renderer/features/search/search-screen.tsx";
import { SettingsScreen } from "#renderer/features/settings/settings-screen.tsx";
import { HomeScreen } from "#renderer/features/welcome/home-screen.tsx";
import { FileWorkbookScreen, FondsWorkbookScreen } from "#renderer/features/workbook/workbook-screen.tsx";
import { WithdrawnScreen } from "#renderer/features/withdrawn/withdrawn-screen.tsx";

/** A place listed in the navigation: its icon, its key in `words.shell.places`, and for whom it is listed. */
export type Place = {
  name: keyof Words["shell"]["places"];
  Icon: ComponentType<{ size?: number | string }>;
  roles: readonly Role[];
};

/** An address in wouter's pattern (`/inventory/:fondsId`), the screen shown there, and its place if it has one. */
export type Route = { path: string; Screen: ComponentType; place?: Place };

/** Where a place begins: its pattern without what the address may say besides. */
export const placeOf = ({ path }: Pick<Route, "path">) => path.split("/:")[0] ?? path;

/** Every address of the app. Places are listed in the navigation in this order. */
export const routes: readonly Route[] = [
  { path: "/", Screen: HomeScreen, place: { name: "home", Icon: IconListCheck, roles } },
  { path: "/inventory", Screen: InventoryScreen, place: { name: "inventory", Icon: IconArchive, roles } },
  { path: "/inventory/withdrawn", Screen: WithdrawnScreen },
  { path: "/inventory/packages", Screen: TakePackagesScreen },
  { path: "/inventory/fonds/:fondsId", Screen: FondsScreen },
  { path: "/inventory/fonds/:fondsId/list/:asked", Screen: FondsScreen },
  { path: "/inventory/fonds/:fondsId/scheme", Screen: SchemeScreen },
  { path: "/inventory/fonds/:fondsId/boxes", Screen: BoxesScreen },
  { path: "/inventory/file/:fileId", Screen: FileScreen },
  { path: "/inventory/file/:fileId/notes", Screen: FileScreen },
  { path: "/inventory/file/:fileId/notes/:itemId", Screen: FileScreen },
  { path: "/inventory/file/:fileId/notes/:itemId/:pageId", Screen: FileScreen },
  { path: "/inventory/fonds/:fondsId/forms/:fileId?", Screen: FormsScreen },
  { path: "/inventory/fonds/:fondsId/box-forms/:box", Screen: FormsScreen },
  { path: "/inventory/fonds/:fondsId/import", Screen: FondsWorkbookScreen },
  { path: "/inventory/file/:fileId/import", Screen: FileWorkbookScreen },
  {
    path: "/review",
    Screen: ReviewScreen,
    place: { name: "review", Icon: IconListSearch, roles: permissions.list },
  },
  { path: "/review/:fondsId/:tab", Screen: ReviewScreen },
  { path: "/batches", Screen: BatchesScreen, place: { name: "batches", Icon: IconPackages, roles } },
  { path: "/batches/show/:which", Screen: BatchesScreen },
  { path: "/chase", Screen: ChaseScreen },
  { path: "/batches/:batchId", Screen: BatchScreen },
  { path: "/batches/:batchId/handovers", Screen: HandoversScreen },
  { path: "/batches/:batchId/handovers/:handoverId", Screen: CountScreen },
  {
    path: "/custody",
    Screen: CustodyScreen,
    place: { name: "custody", Icon: IconMapPin, roles: permissions.custody },
  },
  {
    path: "/capture",
    Screen: CaptureListScreen,
    place: {
      name: "capture",
      Icon: IconScan,
      roles: ["capture-operator", "sorter", "checker", "district-checker"],
    },
  },
  { path: "/capture/:batchId/:tab?/:itemId?/:page?", Screen: CaptureScreen },
  { path: "/quality/:batchId/:tab?/:pageId?", Screen: QualityScreen },
  { path: "/reading/:batchId/:itemId?/:field?", Screen: ReadingScreen },
  {
    path: "/check",
    Screen: CheckListScreen,
    place: {
      name: "check",
      Icon: IconClipboardCheck,
      roles: ["district-checker", "checker", "approver", "capture-operator"],
    },
  },
  {
    path: "/rework",
    Screen: ReworkScreen,
    place: { name: "rework", Icon: IconArrowBackUp, roles: permissions.hold },
  },
  { path: "/rework/:batchId", Screen: ReworkScreen },
  { path: "/check/:batchId", Screen: CheckScreen },
  { path: "/check/:batchId/items/:itemId?", Screen: CheckItemsScreen },
  {
    path: "/province",
    Screen: ProvinceScreen,
    place: { name: "province", Icon: IconMap2, roles: ["province-officer"] },
  },
  { path: "/province/aside", Screen: AsideScreen },
  { path: "/province/same-fonds", Screen: SameFondsScreen },
  { path: "/province/:scope", Screen: DistrictScreen },
  {
    path: "/matrix/:asked?",
    Screen: MatrixScreen,
    // An officer reads the province's own figures: their machine holds no district's records.
    place: { name: "matrix", Icon: IconTable, roles: permissions.custody },
  },
  {
    // One pattern, so that the figures stand still while a list is opened over them.
    path: "/reports/:day?/:asked?",
    Screen: ReportsScreen,
    place: { name: "reports", Icon: IconReportAnalytics, roles: permissions.report },
  },
  { path: "/cost", Screen: CostScreen },
  { path: "/search", Screen: SearchScreen, place: { name: "search", Icon: IconSearch, roles } },
  { path: "/search/:words", Screen: SearchScreen },
  { path: "/search/:words/:filter", Screen: SearchScreen },
  {
    path: "/conflicts",
    Screen: ConflictsScreen,
    place: {
      name: "conflicts",
      Icon: IconArrowsSplit2,
      roles: permissions.hold,
    },
  },
  { path: "/notes", Screen: NotesScreen, place: { name: "notes", Icon: IconMessages, roles } },
  { path: "/sample", Screen: SampleScreen, place: { name: "sample", Icon: IconRoute, roles } },
  { path: "/keeping", Screen: KeepingScreen },
  { path: "/hub", Screen: HubScreen },
  { path: "/outbox", Screen: OutboxScreen },
  { path: "/settings", Screen: SettingsScreen, place: { name: "settings", Icon: IconSettings, roles } },
  { path: "/settings/points", Screen: SettingsScreen },
  { path: "/help", Screen: HelpScreen, place: { name: "help", Icon: IconHelp, roles } },
  { path: "/help/:page", Screen: HelpPageScreen },
];
