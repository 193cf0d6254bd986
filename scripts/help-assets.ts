import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin } from "vite";

const languages = ["vi", "en"];

/** Puts the pictures of the help beside the built page, under `help/<language>/`, and serves them while developing. */
export function helpAssets(root: string): Plugin {
  const place = join(root, "resources", "help");
  return {
    name: "help-assets",
    generateBundle() {
      for (const language of languages.filter((known) => existsSync(join(place, known)))) {
        for (const name of readdirSync(join(place, language))) {
          const source = readFileSync(join(place, language, name));
          this.emitFile({ type: "asset", fileName: `help/${language}/${name}`, source });
        }
      }
    },
    configureServer(server) {
      for (const language of languages) {
        server.middlewares.use(`/help/${language}/`, (request, response) => {
          const name = basename(new URL(request.url ?? "", "http://page").pathname);
          createReadStream(join(place, language, name))
            .on("error", () => {
              response.statusCode = 404;
              response.end();
            })
            .pipe(response);
        });
      }
    },
  };
}
