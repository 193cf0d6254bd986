import { Type } from "typebox";
import { readScreen } from "#shared/node/read-screen.ts";
import type { App } from "./typed.ts";

const params = Type.Object({ "*": Type.String({ maxLength: 200 }) });

/** The portal's page, the one that links lead to, and their parts, open to all: there is nothing in them but the program. */
export function addPortalPage(app: App, screen: string): void {
  const page = () => readScreen(screen, "portal.html");

  app.get("/", (_request, reply) => reply.redirect("/tra-cuu/"));
  app.get("/tra-cuu", (_request, reply) => reply.redirect("/tra-cuu/"));
  app.get("/tra-cuu/*", { schema: { params } }, async (request) => {
    const part = request.params["*"];
    if (part === "xem") return unlisted(await readScreen(screen, "shared.html"));
    return part === "" ? page() : readScreen(screen, part);
  });
}

/** The page that links lead to is in no search engine's list. */
function unlisted(answer: Response): Response {
  answer.headers.set("x-robots-tag", "noindex, nofollow, noarchive");
  return answer;
}
