import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";
import { callChannel, eventChannel } from "#shared/contract/channels.ts";

contextBridge.exposeInMainWorld("mucluc", {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, name, input),
  listen(listener: (name: string, value: unknown) => void): () => void {
    const hear = (_event: IpcRendererEvent, name: string, value: unknown) => listener(name, value);
    ipcRenderer.on(eventChannel, hear);
    return () => ipcRenderer.off(eventChannel, hear);
  },
});
