/** A TCP connection with a tap in it: to take a service away from who uses it, and give it back, without touching the service. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Doorgeefluik {
  /** Port on 127.0.0.1. */
  readonly poort: number;
  /** Breaks every connection and refuses new ones. */
  dicht(): Promise<void>;
  open(): Promise<void>;
}

export async function startDoorgeefluik(naar: { readonly host: string; readonly port: number }): Promise<Doorgeefluik> {
  const sockets = new Set<Socket>();
  const server = createServer((een) => {
    const ander = connect(naar);
    for (const [socket, tegenover] of [[een, ander], [ander, een]] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => {
        sockets.delete(socket);
        tegenover.destroy();
      }).pipe(tegenover);
    }
  });
  let poort = 0;
  const open = (): Promise<void> => new Promise((klaar) => { server.listen(poort, '127.0.0.1', klaar); });
  await open();
  ({ port: poort } = server.address() as AddressInfo);
  return {
    poort, open,
    async dicht() {
      const gesloten = new Promise((klaar) => { server.close(klaar); });
      for (const socket of sockets) socket.destroy();
      await gesloten;
    },
  };
}
