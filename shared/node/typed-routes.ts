import type {
  FastifyBaseLogger,
  FastifyError,
  FastifyInstance,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { Static, TSchema } from "typebox";
import { Compile } from "typebox/compile";

/** Gives route handlers the types of their TypeBox schemas. */
export interface TypeBoxTypes extends FastifyTypeProvider {
  validator: this["schema"] extends TSchema ? Static<this["schema"]> : unknown;
  serializer: this["schema"] extends TSchema ? Static<this["schema"]> : unknown;
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypes
>;

/** An error that is answered as `{ code, detail }` with its status. */
export class Refused extends Error {
  readonly statusCode: number;
  readonly code: string;

  constructor(statusCode: number, code: string, detail: string) {
    super(detail);
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** Checks requests by their TypeBox schemas and answers every error as `{ code, detail }`; ours go to `report`. */
export function answerByTheProtocol(app: App, report: (fault: unknown) => void): void {
  app.setValidatorCompiler(({ schema }: { schema: TSchema }) => {
    const shape = Compile(schema);
    return (value: unknown) => {
      if (shape.Check(value)) return { value };
      const [first] = shape.Errors(value);
      return { error: new Error(first ? `${first.instancePath} ${first.message}` : "not of the shape") };
    };
  });
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.validation ? 400 : (error.statusCode ?? 500);
    if (status >= 500 && !(error instanceof Refused)) {
      report(error);
      return reply.code(500).send({ code: "internal", detail: "it failed here; try again" });
    }
    const own = /^[a-z-]+$/.test(error.code);
    const code = own ? error.code : status === 413 ? "too-large" : "bad-call";
    return reply.code(status).send({ code, detail: error.message });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: "not-found", detail: "no such route" }),
  );
}
