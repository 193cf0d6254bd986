import "@fontsource/be-vietnam-pro/vietnamese-400.css";
import "@fontsource/be-vietnam-pro/vietnamese-600.css";
import "@fontsource/be-vietnam-pro/latin-400.css";
import "@fontsource/be-vietnam-pro/latin-600.css";
import "@mantine/core/styles.css";
import "@mantine/dropzone/styles.css";
import "@mantine/notifications/styles.css";
import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Session } from "#shared/contract/session.ts";
import { App } from "#renderer/app/app.tsx";
import { DeskProvider, SessionProvider } from "#renderer/app/session.tsx";
import { start } from "#renderer/app/start.ts";
import { shareStyleNonce, styleNonce } from "#renderer/app/style-nonce.ts";
import { applyScale, readScale, theme } from "#renderer/app/theme.ts";
import { WordsProvider } from "#renderer/app/words.tsx";
import { beginWork } from "#renderer/db/work.ts";
import { makeDesk } from "#renderer/desk.ts";
import { RescueScreen } from "#renderer/features/keeping/rescue-screen.tsx";
import { connectWire } from "#renderer/wire.ts";

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
shareStyleNonce();
applyScale(readScale());

const desk = makeDesk(await connectWire());
desk.on("desk.reopened", () => window.location.reload());
const root = createRoot(place);
const show = (screen: ReactNode) =>
  root.render(
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <WordsProvider>{screen}</WordsProvider>
    </MantineProvider>,
  );

try {
  const { db, saving, session, units } = await start(desk);
  const chance = (below: number) => {
    const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
    return value % below;
  };
  const begin = ({ profile, deviceId, clock }: Session) =>
    profile ? beginWork(db, profile, saving, { deviceId, clock, now: () => Date.now(), chance }) : undefined;
  show(
    <SessionProvider desk={desk} session={session} units={units} beginWork={begin}>
      <App />
    </SessionProvider>,
  );
} catch (error) {
  if (!(error instanceof DeskFault && error.code === "journal-damaged")) throw error;
  show(
    <DeskProvider desk={desk}>
      <RescueScreen />
    </DeskProvider>,
  );
}
