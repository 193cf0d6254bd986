import { fork } from "node:child_process";
import { Type } from "typebox";
import { Check } from "typebox/value";

/** The environment a practice province is started with. */
export type PracticeOptions = {
  /** Where it keeps its data; a folder of the desk's. */
  folder: string;
  resources: string;
  enrol: { token: string; scope: string; role: string; deviceId: string };
};

export type PracticeProvince = { address: string; stop(): Promise<void> };

/** Starts a practice province; each host has its own way to start a process. */
export type StartPractice = (options: PracticeOptions) => Promise<PracticeProvince>;

const listening = Type.Object({ listening: Type.String() });

/** The address in the message by which a province says that it listens. */
export function listeningAddress(message: unknown): string | undefined {
  return Check(listening, message) ? message.listening : undefined;
}

/** The environment variables by which `province/main.ts` becomes a practice province. */
export function practiceEnvironment(options: PracticeOptions): Record<string, string> {
  return {
    MUCLUC_PROVINCE_PRACTICE: "1",
    DATABASE_URL: "",
    MUCLUC_PROVINCE_DATA: options.folder,
    MUCLUC_PROVINCE_ENROL: JSON.stringify([options.enrol]),
    MUCLUC_RESOURCES: options.resources,
  };
}

/** Starts practice provinces as child processes of plain Node from the given entry. */
export function forkPractice(entry: string): StartPractice {
  return (options) =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, ...practiceEnvironment(options) };
      const child = fork(entry, { env, stdio: "inherit" });
      const ended = new Promise<void>((end) => child.once("exit", () => end()));
      child.once("error", reject);
      child.once("exit", (code) =>
        reject(new Error(`the practice province ended with ${code ?? "a signal"}`)),
      );
      child.on("message", (message) => {
        const address = listeningAddress(message);
        if (!address) return;
        resolve({
          address,
          stop: async () => {
            child.kill("SIGTERM");
            await ended;
          },
        });
      });
    });
}
