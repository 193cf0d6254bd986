import { Center, Loader, Paper } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { Redirect, Route, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { mayRead, type Reader, readerSchema } from "#shared/portal/reader.ts";
import { useWords } from "#renderer/app/words.tsx";
import { AdminFrame } from "./admin/admin-frame.tsx";
import { PortalAsideScreen } from "./admin/aside-screen.tsx";
import { DevicesScreen } from "./admin/devices-screen.tsx";
import { PacksScreen } from "./admin/packs-screen.tsx";
import { RulesScreen } from "./admin/rules/rules-screen.tsx";
import { PartnersScreen } from "./admin/partners-screen.tsx";
import { HealthScreen } from "./admin/health-screen.tsx";
import { UnitsScreen } from "./admin/units/units-screen.tsx";
import { ask, PortalFault } from "./ask.ts";
import { CopiesScreen } from "./copies-screen.tsx";
import { CopyScreen } from "./copy-screen.tsx";
import { EnterScreen } from "./enter-screen.tsx";
import { FactorScreen } from "./factor-screen.tsx";
import { FactorSetup } from "./factor-setup.tsx";
import { FileScreen } from "./file-screen.tsx";
import { FondsScreen } from "./fonds-screen.tsx";
import { ItemScreen } from "./item-screen.tsx";
import { LinksScreen } from "./links-screen.tsx";
import { LeaveInstead } from "./leave-instead.tsx";
import { leave } from "./leave.ts";
import { OwnPassphrase } from "./own-passphrase.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { PortalShell } from "./portal-shell.tsx";
import { ReadersScreen } from "./readers-screen.tsx";
import { SearchScreen } from "./search-screen.tsx";
import { PortalProvider } from "./use-portal.tsx";
import { goToWanted } from "./wanted-place.ts";

type State =
  | { kind: "asking" }
  | { kind: "failed"; error: unknown }
  | { kind: "outside" }
  | { kind: "inside"; reader: Reader };

/** The portal: the door, a passphrase of one's own, and then what one's role may read. */
export function PortalApp() {
  const words = useWords().portal;
  const [state, setState] = useState<State>({ kind: "asking" });
  const change = useCallback((reader: Reader | undefined) => {
    if (reader) goToWanted();
    setState(reader ? { kind: "inside", reader } : { kind: "outside" });
  }, []);
  const begin = useCallback(() => {
    ask(readerSchema, "me").then(change, (error: unknown) =>
      setState(
        error instanceof PortalFault && error.code === "not-signed-in"
          ? { kind: "outside" }
          : { kind: "failed", error },
      ),
    );
  }, [change]);
  useEffect(begin, [begin]);
  useEffect(() => {
    document.title = `${words.title} · Mục Lục`;
  }, [words]);

  if (state.kind === "asking")
    return (
      <Center component="main" h="60vh">
        <Loader aria-label={words.title} />
      </Center>
    );
  if (state.kind === "failed")
    return (
      <PortalFaultView
        error={state.error}
        onRetry={() => {
          setState({ kind: "asking" });
          begin();
        }}
      />
    );
  if (state.kind === "outside") return <EnterScreen onEntered={change} />;
  const goOut = () => leave(() => change(undefined));
  if (state.reader.mustChange) return <OwnPassphrase onChosen={change} onLeave={goOut} />;
  if (state.reader.mustProve)
    return (
      <Center component="main" px="md" py="8vh">
        <Paper withBorder p="xl" w="100%" maw="30rem" radius="lg">
          <FactorSetup required onDone={begin} />
          <LeaveInstead onLeave={goOut} />
        </Paper>
      </Center>
    );
  return (
    <PortalProvider portal={{ reader: state.reader, change }}>
      <Router hook={useHashLocation}>
        <PortalShell>
          <Places reader={state.reader} />
        </PortalShell>
      </Router>
    </PortalProvider>
  );
}

const adminPlaces = {
  "/admin": HealthScreen,
  "/admin/devices": DevicesScreen,
  "/admin/aside": PortalAsideScreen,
  "/admin/partners": PartnersScreen,
  "/admin/packs": PacksScreen,
  "/admin/packs/edit": RulesScreen,
  "/admin/units": UnitsScreen,
};

function Places({ reader }: { reader: Reader }) {
  return (
    <Switch>
      {mayRead(reader.role, "administer") &&
        Object.entries(adminPlaces).map(([path, Screen]) => (
          <Route key={path} path={path}>
            <Screen />
          </Route>
        ))}
      {mayRead(reader.role, "keep-readers") && (
        <Route path="/admin/people">
          <AdminFrame>
            <ReadersScreen />
          </AdminFrame>
        </Route>
      )}
      {mayRead(reader.role, "administer") && (
        <Route path="/admin/links">
          <AdminFrame>
            <LinksScreen />
          </AdminFrame>
        </Route>
      )}
      {mayRead(reader.role, "share-links") && (
        <Route path="/links">
          <LinksScreen />
        </Route>
      )}
      {mayRead(reader.role, "see-copies") && (
        <Route path="/copies">
          <CopiesScreen />
        </Route>
      )}
      {mayRead(reader.role, "see-copies") && (
        <Route path="/copies/:id">{({ id }) => <CopyScreen key={id} id={decodeURIComponent(id)} />}</Route>
      )}
      <Route path="/factor">
        <FactorScreen />
      </Route>
      <Route path="/file/:id">{({ id }) => <FileScreen key={id} id={decodeURIComponent(id)} />}</Route>
      <Route path="/fonds/:id">{({ id }) => <FondsScreen key={id} id={decodeURIComponent(id)} />}</Route>
      <Route path="/item/:id">{({ id }) => <ItemScreen key={id} id={decodeURIComponent(id)} />}</Route>
      <Route path="/">
        <SearchScreen />
      </Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}
