/** The engine on a data folder, in a process of its own that can be killed. Started with `{folder, port, people}`. */
import { Engine } from './engine';

const { folder, port, people } = JSON.parse(process.argv[2] ?? '{}') as {
  folder: string;
  port: number;
  people: string[];
};
const engine = await Engine.start({ folder, port, limits: { tailEntries: 100 } });
for (const person of people) engine.door.invite(person);
process.send?.({ port: engine.port });
process.on('SIGTERM', () => {
  engine.stop().then(() => process.exit(0));
});
