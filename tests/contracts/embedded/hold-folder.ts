/** A process that opens the data folder of its argument, writes one entry, and holds on until it is killed. */
import { openStorage } from '@accord/server/storage/open-storage';
import { entry, only } from '../entries';

const folder = process.argv[2] ?? '';
const storage = await openStorage({ kind: 'embedded', folder });
await storage.log.append(only('held', entry([1])));
process.send?.('holding');
setInterval(() => undefined, 60_000);
