import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin } from "vite";

const folders = ["cmaps", "wasm", "standard_fonts"];

/**
 * Puts what pdf.js fetches at run time (character maps, decoders, standard fonts) beside the built page, under
 * `pdfjs/`, and serves the same from the package while developing. Nothing is fetched from elsewhere.
 */
export function pdfAssets(root: string): Plugin {
  const place = join(root, "node_modules", "pdfjs-dist");
  return {
    name: "pdf-assets",
    generateBundle() {
      for (const folder of folders) {
        for (const name of readdirSync(join(place, folder))) {
          const fileName = `pdfjs/${folder}/${name}`;
          this.emitFile({ type: "asset", fileName, source: readFileSync(join(place, folder, name)) });
        }
      }
    },
    configureServer(server) {
      for (const folder of folders) {
        server.middlewares.use(`/pdfjs/${folder}/`, (request, response) => {
          const name = basename(new URL(request.url ?? "", "http://page").pathname);
          if (name.endsWith(".js")) response.setHeader("content-type", "text/javascript");
          createReadStream(join(place, folder, name))
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
