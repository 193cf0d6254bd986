import { createContext, type ReactNode, use } from "react";
import { mayRead, type Reader, type ReaderAct } from "#shared/portal/reader.ts";

type Portal = {
  reader: Reader;
  /** Called with who is signed in after a change; with nothing once nobody is. */
  change: (reader: Reader | undefined) => void;
};

const PortalContext = createContext<Portal | undefined>(undefined);

export function PortalProvider({ portal, children }: { portal: Portal; children: ReactNode }) {
  return <PortalContext value={portal}>{children}</PortalContext>;
}

/** Who is signed in, and what they may do. */
export function usePortal(): Portal & { may: (act: ReaderAct) => boolean } {
  const portal = use(PortalContext);
  if (!portal) throw new Error("nobody is signed in here");
  return { ...portal, may: (act) => mayRead(portal.reader.role, act) };
}
