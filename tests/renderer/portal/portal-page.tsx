import { MantineProvider } from "@mantine/core";
import { cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { onTestFinished, vi } from "vitest";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import type { Reader, ReaderRole } from "#shared/portal/reader.ts";
import { theme } from "#renderer/app/theme.ts";
import { WordsProvider } from "#renderer/app/words.tsx";
import { PortalProvider } from "#renderer/portal/use-portal.tsx";

const reader: Reader = {
  ...{ id: "reader-1", login: "quan.tv", name: "Trần Văn Quản", office: "Sở Nội vụ", role: "archivist" },
  ...{ scope: "52", mustChange: false, secondFactor: false, closedAt: "" },
};

/** What was asked of the province by a page in a test. */
export type Asked = { method: string; address: string; body: unknown; headers: Headers };

type Answer = { status?: number; body?: unknown };

/** Answers what a page asks of the province; says what was asked, in its order. */
export function answerAs(answer: (asked: Asked) => Answer): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", (address: string, init: RequestInit = {}) => {
    const { method = "GET", body, headers } = init;
    const one = {
      ...{ method, address, headers: new Headers(headers) },
      body: typeof body === "string" ? (JSON.parse(body) as unknown) : undefined,
    };
    asked.push(one);
    const { status = 200, body: value = {} } = answer(one);
    if (value instanceof Blob) return Promise.resolve(new Response(value, { status }));
    return Promise.resolve(new Response(JSON.stringify(value), { status }));
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return asked;
}

/** Shows a part of the portal to somebody of this role. */
export function showPortal(part: ReactNode, role: ReaderRole = "archivist") {
  return showAll(<main>{part}</main>, role);
}

/** Shows a whole page, which has a `main` of its own. */
export function showAll(page: ReactNode, role: ReaderRole = "archivist") {
  const { hook } = memoryLocation({ path: "/" });
  onTestFinished(cleanup);
  return render(
    <MantineProvider theme={theme} env="test">
      <WordsProvider>
        <PortalProvider portal={{ reader: { ...reader, role }, change: () => undefined }}>
          <Router hook={hook}>{page}</Router>
        </PortalProvider>
      </WordsProvider>
    </MantineProvider>,
  );
}
