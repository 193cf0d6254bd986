import { needsFactor, type Reader } from "#shared/portal/reader.ts";
import { sealerOf } from "#province/portal/second-factor/seal-secret.ts";
import { openDoor } from "#province/portal/open-door.ts";
import type { ProviderPlace } from "#province/portal/oidc/provider-place.ts";
import { openPageDesk } from "#province/portal/page/open-page-desk.ts";
import { openPageTiles } from "#province/portal/page/page-tiles.ts";
import { openSeenPages } from "#province/portal/page/seen-pages.ts";
import { addPortalAdminRoutes, type Watched } from "./portal-admin.ts";
import { addPortalCopyRoutes } from "./portal-copies.ts";
import { addPortalEntryRoutes } from "./portal-entry.ts";
import { addPortalFactorRoutes } from "./portal-factor.ts";
import { addPortalFondsRoutes } from "./portal-fonds.ts";
import { addPortalIdentityRoutes } from "./portal-identities.ts";
import { addPortalLinkRoutes } from "./portal-links.ts";
import { addPortalPage } from "./portal-page.ts";
import { addPortalPartnerRoutes } from "./portal-partners.ts";
import { addPortalProviderRoutes } from "./portal-provider.ts";
import { addPortalRuleRoutes } from "./portal-rules.ts";
import { addPortalReaderRoutes } from "./portal-readers.ts";
import { addPortalReadingRoutes } from "./portal-reading.ts";
import { addPortalSearchRoutes } from "./portal-search.ts";
import { addPortalSharedRoutes } from "./portal-shared.ts";
import { addPortalTileRoutes } from "./portal-tiles.ts";
import { addPortalUnitRoutes } from "./portal-units.ts";
import type { App, Province } from "./typed.ts";

export type Portal = {
  /** Folder of the built screen. */
  screen: string;
  /** Folder of the bundled resources. */
  resources: string;
  /** It is reached by TLS alone: its cookie goes by nothing else. */
  secure: boolean;
  /** Its administrators sign in with a code of their phone too, and set one up first. */
  secondFactor?: boolean;
  /** The provider that people may sign in by beside their passphrases. */
  provider?: ProviderPlace;
};

/** The portal: its page, its door, its people, what they read, and how they administer the province. */
export function addPortal(
  app: App,
  province: Province,
  { screen, resources, secure, secondFactor, provider }: Portal,
  { name, ...watched }: Watched & { name: string },
): void {
  const sealer = sealerOf(province.keys);
  const mustProve = (reader: Reader) => needsFactor(reader, secondFactor === true);
  const pages = openPageDesk({ resources });
  app.addHook("onClose", () => pages.close());
  addPortalPage(app, screen);
  const door = openDoor(mustProve, secure);
  addPortalEntryRoutes(app, province, sealer, door);
  addPortalProviderRoutes(app, province, { sealer, door, place: provider });
  addPortalIdentityRoutes(app, province, provider !== undefined);
  addPortalFactorRoutes(app, province, sealer, mustProve);
  addPortalReaderRoutes(app, province);
  addPortalAdminRoutes(app, province, watched);
  addPortalPartnerRoutes(app, province);
  addPortalRuleRoutes(app, province);
  addPortalUnitRoutes(app, province);
  addPortalSearchRoutes(app, province);
  addPortalFondsRoutes(app, province, name);
  const seen = openSeenPages();
  addPortalReadingRoutes(app, province, pages, seen);
  // In a thread of its own: nobody's letter waits for a map.
  const large = openPageDesk({ resources }, { patience: 120_000, mostWaiting: 8 });
  app.addHook("onClose", () => large.close());
  const tiles = openPageTiles({ levels: (task) => large.levels(task), mark: (task) => pages.mark(task) });
  addPortalTileRoutes(app, province, tiles, seen);
  addPortalCopyRoutes(app, province, pages, resources);
  addPortalLinkRoutes(app, province);
  addPortalSharedRoutes(app, province, pages, seen);
}
