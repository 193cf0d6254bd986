import { Type } from "typebox";
import { readScreen } from "#shared/node/read-screen.ts";
import type { App } from "./typed.ts";

const params = Type.Object({ "*": Type.String({ maxLength: 200 }) });

/** The portal's page and its parts, open to all: there is nothing in them but the program. */
export function addPortalPage(app: App, screen: string): void {
  const page = () => readScreen(screen, "portal.html");

  app.get("/", (_request, reply) => reply.redirect("/tra-cuu/"));
  app.get("/tra-cuu", (_request, reply) => reply.redirect("/tra-cuu/"));
  app.get("/tra-cuu/*", { schema: { params } }, (request) => {
    const part = request.params["*"];
    return part === "" ? page() : readScreen(screen, part);
  });
}
