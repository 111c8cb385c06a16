import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

/** A relay that passes every frame to every other client and knows nothing: the ceiling to compare with. */
export async function startRelay(): Promise<{ url: string; close(): void }> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  server.on('connection', (socket) => {
    socket.on('message', (frame) => {
      for (const peer of server.clients) if (peer !== socket) peer.send(frame);
    });
  });
  await new Promise<void>((listening) => server.once('listening', listening));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}
