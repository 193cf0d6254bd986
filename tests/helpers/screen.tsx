import { MantineProvider } from "@mantine/core";
import { cleanup, configure, render } from "@testing-library/react";
import axe from "axe-core";
import type { ReactNode } from "react";
import { onTestFinished } from "vitest";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import type { Unit } from "#shared/archive/unit.ts";
import type { CallInput, CallName, CallOutput } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Session } from "#shared/contract/session.ts";
import { bundledRules } from "#shared/rules/pack.ts";
import { fail, ok } from "#shared/base/result.ts";
import { SessionProvider } from "#renderer/app/session.tsx";
import { theme } from "#renderer/app/theme.ts";
import { WordsProvider } from "#renderer/app/words.tsx";
import type { Work } from "#renderer/db/work.ts";
import { type Desk, makeDesk } from "#renderer/desk.ts";

/** What a desk in a test answers; a call that is not named fails as one the desk does not know. */
export type Answers = {
  [Name in CallName]?: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>;
};

const units: Unit[] = [
  ["52", "Tỉnh Bình Định", "province"],
  ["52.550", "Huyện Tuy Phước", "district"],
  ["52.550.21952", "Thị trấn Tuy Phước", "commune"],
  ["52.550.21955", "Xã Phước Thắng", "commune"],
].map(([scope = "", name = "", level]) => ({
  code: scope,
  name,
  level: level as Unit["level"],
  scope,
  validFrom: "",
  validTo: "",
}));

// A machine at work answers late; a test waits for what it names, not for a time.
configure({ asyncUtilTimeout: 20_000 });

// happy-dom knows no fonts; a growing text field asks it when they have come.
if (!("fonts" in document)) Object.defineProperty(document, "fonts", { value: new EventTarget() });

// happy-dom lays nothing out; lists that draw only what is seen need a frame of some size and rows of a lesser one.
const sizes = { clientWidth: 800, clientHeight: 600, offsetWidth: 140, offsetHeight: 40 };
for (const [side, value] of Object.entries(sizes))
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => value });

/** A desk that answers from a table; `say` makes it say an event. */
export function answeringDesk(answers: Answers): { desk: Desk; say: (name: string, value: object) => void } {
  const listeners = new Set<(name: string, value: unknown) => void>();
  const table = answers as Record<string, ((input: unknown) => unknown) | undefined>;
  const desk = makeDesk({
    async call(name, input) {
      const answer = table[name];
      if (!answer) return fail({ code: "bad-call", lasting: true, detail: name });
      try {
        return ok(await answer(input));
      } catch (error) {
        if (error instanceof DeskFault) return fail(error.toFault());
        throw error;
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const say = (name: string, value: object) => {
    for (const listener of listeners) listener(name, value);
  };
  return { desk, say };
}

const bundledSessionRules: Session["rules"] = {
  version: 0,
  issuedAt: "",
  issuedBy: "",
  receivedAt: "",
  open: true,
  defaultProfile: "TT05-2025",
  proven: false,
  refusal: "",
  refused: "",
  data: bundledRules,
};

/** The session of a machine at work, or of one before its first run. */
export function sampleSession(work?: Work): Session {
  return {
    version: "0.0.0",
    host: "loopback",
    deviceId: "device-test",
    profile: work?.profile ?? null,
    ruleProfile: "TT05-2025",
    renditionNames: "plain",
    renditionTemplate: "",
    rules: bundledSessionRules,
    province: { kind: "none", state: "ready", address: "" },
    keys: { provinceName: "", provinceMark: "", kept: "file" },
    folder: "",
    clock: "",
  };
}

/** Renders a screen at an address, with real records behind it (none before the first run), and gives what it needs. */
export function renderScreen(
  screen: ReactNode,
  options: { work?: Work; desk: Desk; at?: string; session?: Session },
) {
  const { work, desk, at = "/", session = sampleSession(work) } = options;
  const { hook, history } = memoryLocation({ path: at, record: true });
  const begin = () => work;
  const shown = render(
    <MantineProvider theme={theme} env="test">
      <WordsProvider>
        <SessionProvider desk={desk} session={session} units={units} beginWork={begin}>
          <Router hook={hook}>
            <main>{screen}</main>
          </Router>
        </SessionProvider>
      </WordsProvider>
    </MantineProvider>,
  );
  onTestFinished(cleanup);
  return { ...shown, history };
}

/** What axe finds wrong in the document, as short lines; colours cannot be judged without a real browser. */
export async function findBarriers(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
