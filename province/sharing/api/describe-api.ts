import { type TSchema, Type } from "typebox";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import type { App } from "#province/routes/typed.ts";
import { errorSchema } from "./schemas.ts";

type Words = typeof vi.sharing;
type Route = { url: string; params?: TSchema; querystring?: TSchema; answer: TSchema };

const root = "/api/v1/";
/** What answers no JSON: lines, of which the schema is of one, PDFs, and finding aids. */
const otherTypes: Record<string, string | undefined> = {
  [`${root}export`]: "application/x-ndjson",
  [`${root}items/:id/pdf`]: "application/pdf",
  [`${root}fonds/:id/finding-aid`]: "application/xml",
};
const language = Type.Object({ lang: Type.Optional(Type.Union([Type.Literal("vi"), Type.Literal("en")])) });

/**
 * Describes the routes of the API that are added after it, by OpenAPI 3.1 at `/api/openapi.json`: made of the schemas by
 * which they check what they are asked and write what they answer. A route without words of its own cannot be added.
 */
export function describeApi(app: App, { address }: { address: string }): void {
  const routes: Route[] = [];
  app.addHook("onRoute", ({ method, url, schema }) => {
    if (method !== "GET" || !url.startsWith(root)) return;
    const { params, querystring, response } = (schema ?? {}) as Record<string, unknown>;
    const answer = (response as { 200?: TSchema } | undefined)?.[200];
    if (!answer || !Object.hasOwn(vi.sharing.routes, url)) throw new Error(`no words or no answer of ${url}`);
    routes.push({
      ...{ url, answer },
      ...(params ? { params: params } : {}),
      ...(querystring ? { querystring: querystring } : {}),
    });
  });
  app.get("/api/openapi.json", { schema: { querystring: language } }, (request) =>
    Promise.resolve(writeDescription(routes, request.query.lang === "en" ? en.sharing : vi.sharing, address)),
  );
}

function writeDescription(routes: readonly Route[], words: Words, address: string): object {
  const error = (description: string) => ({ description, content: json(errorSchema, words) });
  const { errors } = words;
  return {
    openapi: "3.1.0",
    info: { title: words.title, version: "1", description: words.about, license: { name: "EUPL-1.2" } },
    servers: [{ url: address === "" ? "/" : address }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: "http", scheme: "bearer", description: words.token } } },
    paths: Object.fromEntries(
      routes.map(({ url, params, querystring, answer }) => [
        url.replace(/:(\w+)/g, "{$1}"),
        {
          get: {
            operationId: url
              .slice(root.length)
              .replace(/\/:(\w)(\w*)/g, (_, first: string, rest: string) => `By${first.toUpperCase()}${rest}`)
              .replace(/[/-](\w)/g, (_, first: string) => first.toUpperCase()),
            summary: words.routes[url as keyof Words["routes"]],
            parameters: [
              ...parametersOf("path", params, words),
              ...parametersOf("query", querystring, words),
            ],
            responses: {
              200: {
                description: words.answered,
                content: json(answer, words, otherTypes[url]),
              },
              400: error(errors.badCall),
              ...(otherTypes[url] === "application/pdf"
                ? {
                    206: { description: words.inPart, content: json(answer, words, otherTypes[url]) },
                    403: error(errors.notGranted),
                    416: { description: errors.outside },
                    422: error(errors.tooLong),
                  }
                : {}),
              401: error(errors.unauthorized),
              ...(params ? { 404: error(errors.notFound) } : {}),
              429: error(errors.tooMany),
            },
          },
        },
      ]),
    ),
  };
}

function json(schema: TSchema, words: Words, type = "application/json"): object {
  return { [type]: { schema: withWords(schema, words) } };
}

function parametersOf(place: "path" | "query", schema: TSchema | undefined, words: Words): object[] {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    properties?: Record<string, TSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, own]) => ({
    ...{ name, in: place, required: place === "path" || required.includes(name) },
    ...{ description: wordOf(name, words), schema: withWords(own, words) },
  }));
}

/** The schema as JSON, each of its properties with what it means. */
function withWords(schema: unknown, words: Words): unknown {
  if (Array.isArray(schema)) return schema.map((one) => withWords(one, words));
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([name, value]: [string, unknown]) => {
      if (name !== "properties" || typeof value !== "object" || value === null)
        return [name, withWords(value, words)];
      const described = Object.entries(value).map(([field, own]: [string, unknown]) => [
        field,
        { ...(withWords(own, words) as object), description: wordOf(field, words) },
      ]);
      return [name, Object.fromEntries(described)];
    }),
  );
}

function wordOf(field: string, words: Words): string {
  const word = (words.fields as Record<string, string>)[field];
  if (word === undefined) throw new Error(`no word for the field ${field}`);
  return word;
}
