/**
 * A stock client in a process of its own: npm's y-websocket as it is, with the cookie and the Origin a browser would send.
 * Started with its address in `process.argv`, told over IPC what to write, and tells its text on each change.
 */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const { url, chapter, cookie, origin } = JSON.parse(process.argv[2]);

class BrowserLikeSocket extends WebSocket {
  constructor(address, protocols) {
    super(address, protocols, { headers: { cookie, origin } });
  }
}

// The provider logs our own message kinds as unknown; that is all it may do.
const complaints = [];
console.error = (...words) => complaints.push(words.join(' '));

const doc = new Y.Doc();
const provider = new WebsocketProvider(url, chapter, doc, {
  WebSocketPolyfill: BrowserLikeSocket,
  disableBc: true,
  maxBackoffTime: 200,
});
const text = doc.getXmlFragment('default');
const words = () =>
  text.toArray().map((block) =>
    block
      .toArray()
      .map((run) => run.toString())
      .join(''),
  );

const tell = () =>
  process.send({
    words: words(),
    synced: provider.synced,
    complaints,
    present: [...provider.awareness.getStates().values()],
  });
doc.on('update', tell);
provider.on('sync', tell);
provider.on('status', tell);
provider.awareness.on('change', tell);
provider.on('closed', ({ code }) => process.send({ closed: code }));

process.on('message', (order) => {
  if (order.write) {
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [new Y.XmlText(order.write)]);
    text.insert(text.length, [block]);
  }
  if (order.present) provider.awareness.setLocalStateField('user', order.present);
  if (order.leave) {
    provider.destroy();
    process.exit(0);
  }
});
process.on('disconnect', () => process.exit(0));
