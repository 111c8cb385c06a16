import type { Device } from './device';
import { openIndexedDbDevice } from './indexed-db-device';
import { createMemoryDevice } from './memory-device';

/** The device stores open in this tab, one a person. */
export interface Devices {
  /** The person's store; one that lives as long as the tab where the browser refuses a lasting one. */
  of(personId: string): Promise<Device>;
}

/** @param open makes the lasting store; given by tests */
export function createDevices(open: (personId: string) => Promise<Device> = openIndexedDbDevice): Devices {
  const opened = new Map<string, Promise<Device>>();
  return {
    of(personId) {
      const known = opened.get(personId);
      if (known) return known;
      // Private windows and full disks refuse; writing goes on, and the page says that nothing is kept.
      const device = open(personId).catch(createMemoryDevice);
      opened.set(personId, device);
      device.then((ready) => ready.onWiped(() => opened.delete(personId)));
      return device;
    },
  };
}
