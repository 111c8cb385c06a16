import { describe, expect, it } from 'vitest';
import { ADAPTERS, openForTest } from './adapters';

describe.each(ADAPTERS)('bus, $name', ({ open }) => {
  it('a notice reaches every subscriber of its topic, in order, and nobody else', async () => {
    const { bus } = await open();
    const heard: string[] = [];
    bus.subscribe('person-changed', ({ personId }) => heard.push(`first ${personId}`));
    bus.subscribe('person-changed', ({ personId }) => heard.push(`second ${personId}`));
    bus.subscribe('session-ended', ({ personId }) => heard.push(`ended ${personId}`));
    bus.publish('person-changed', { personId: 'aino' });
    bus.publish('person-changed', { personId: 'jean' });
    expect(heard).toEqual(['first aino', 'second aino', 'first jean', 'second jean']);
  });

  it('a subscription ends once, alone, also from inside its own listener', async () => {
    const { bus } = await open();
    const heard: string[] = [];
    const listener = ({ personId }: { personId: string }) => heard.push(personId);
    const end = bus.subscribe('person-changed', listener);
    bus.subscribe('person-changed', listener);
    const endSelf = bus.subscribe('person-changed', () => endSelf());
    end();
    end();
    bus.publish('person-changed', { personId: 'aino' });
    bus.publish('person-changed', { personId: 'jean' });
    expect(heard).toEqual(['aino', 'jean']);
  });
});

it('a listener that fails is reported, and stops neither the publisher nor the others', async () => {
  const warnings: string[] = [];
  const { bus } = await openForTest({ kind: 'memory' }, warnings);
  const heard: string[] = [];
  bus.subscribe('person-changed', () => {
    throw new Error('listener broke');
  });
  bus.subscribe('person-changed', ({ personId }) => heard.push(personId));
  bus.publish('person-changed', { personId: 'aino' });
  expect(heard).toEqual(['aino']);
  expect(warnings.join()).toContain('listener broke');
});
