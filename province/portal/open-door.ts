import type { FastifyReply } from "fastify";
import type { Reader } from "#shared/portal/reader.ts";
import { readerCookie } from "#province/access/admit-readers.ts";

/** What every way of signing in ends with. */
export type Door = {
  /** A person as they are told who they are: with what is asked of them, and what they may not turn off. */
  told: (reader: Reader) => Reader;
  /** Gives the browser the cookie of a session; it goes to the portal alone, and by TLS where that is how it is reached. */
  signIn: (reply: FastifyReply, token: string) => void;
};

export function openDoor(mustProve: (reader: Reader) => boolean, secure: boolean): Door {
  return {
    told(reader) {
      if (mustProve(reader)) return { ...reader, mustProve: true };
      const mustKeep = mustProve({ ...reader, secondFactor: false, provenElsewhere: false });
      return mustKeep ? { ...reader, mustKeep: true } : reader;
    },
    signIn(reply, token) {
      void reply.setCookie(readerCookie, token, {
        httpOnly: true,
        sameSite: "strict",
        secure,
        path: "/portal/",
      });
    },
  };
}
