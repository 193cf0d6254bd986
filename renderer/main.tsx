import "@fontsource/be-vietnam-pro/vietnamese-400.css";
import "@fontsource/be-vietnam-pro/vietnamese-600.css";
import "@fontsource/be-vietnam-pro/latin-400.css";
import "@fontsource/be-vietnam-pro/latin-600.css";
import "@mantine/core/styles.css";
import "@mantine/charts/styles.css";
import "@mantine/dropzone/styles.css";
import "@mantine/notifications/styles.css";
import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { clockZero } from "#shared/base/clock.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Session } from "#shared/contract/session.ts";
import { App } from "#renderer/app/app.tsx";
import { DeskProvider, SessionProvider } from "#renderer/app/session.tsx";
import { LockScreen } from "#renderer/app/lock-screen.tsx";
import { openStages } from "#renderer/app/stages.tsx";
import { watchLock } from "#renderer/app/watch-lock.ts";
import { StartFault } from "#renderer/app/start-fault.tsx";
import { start } from "#renderer/app/start.ts";
import { shareStyleNonce, styleNonce } from "#renderer/app/style-nonce.ts";
import { applyScale, readScale, theme } from "#renderer/app/theme.ts";
import { WordsProvider } from "#renderer/app/words.tsx";
import { beginWork } from "#renderer/db/work.ts";
import { makeDesk } from "#renderer/desk.ts";
import { UnlockScreen } from "#renderer/features/keeping/unlock-screen.tsx";
import { RescueScreen } from "#renderer/features/keeping/rescue-screen.tsx";
import { connectWire } from "#renderer/wire.ts";

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
shareStyleNonce();
applyScale(readScale());

const desk = makeDesk(await connectWire());
desk.on("desk.reopened", () => window.location.reload());
const wrap = (screen: ReactNode) => (
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
    <WordsProvider>{screen}</WordsProvider>
  </MantineProvider>
);
/** What is shown where the work cannot begin: the data are damaged, or encrypted and locked, or anything else failed. */
const insteadOfWork = (error: unknown): ReactNode => {
  if (!(error instanceof DeskFault)) return <StartFault error={error} />;
  if (error.code === "journal-damaged") return <RescueScreen />;
  return error.code === "desk-locked" || error.code === "object-key-damaged" ? (
    <UnlockScreen fault={error} />
  ) : (
    <StartFault error={error} />
  );
};
const chance = (below: number) => {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return value % below;
};

// One clock for whoever works at this screen: nobody's edits come before those of whom they followed.
const ticking = { state: clockZero };
let started: ReturnType<typeof start> | undefined;

const stages = openStages({
  place,
  wrap,
  lockScreen: (lock) => <LockScreen desk={desk} lock={lock} />,
  async begin() {
    started ??= start(desk);
    const { db, saving, units } = await started;
    const session = await desk.call("session.read", {});
    const begin = ({ profile, deviceId, clock }: Session) =>
      profile
        ? beginWork(db, profile, saving, { deviceId, clock, ticking, now: () => Date.now(), chance })
        : undefined;
    return (
      <SessionProvider desk={desk} session={session} units={units} beginWork={begin}>
        <App />
      </SessionProvider>
    );
  },
});

try {
  await stages.follow(await desk.call("lock.read", {}));
  watchLock(desk, stages.follow);
} catch (error) {
  createRoot(place).render(wrap(<DeskProvider desk={desk}>{insteadOfWork(error)}</DeskProvider>));
  // The console keeps where it came from.
  if (!(error instanceof DeskFault)) throw error;
}
