import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Everything the server is told from outside, checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  /** Origin under which people reach the workspace, without a trailing slash; null: the address listened on. */
  readonly publicUrl: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Proxies in front whose `X-Forwarded-For` is believed; 0: nobody's. */
  readonly proxyHops: number;
  /** Fill an empty data folder with people and text to try everything on. */
  readonly demo: boolean;
  /** Where the built pages lie. */
  readonly clientFolder: string;
}

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((number) => number >= from && number <= to);

const publicUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    !url.search &&
    !url.hash &&
    !url.username
  ) {
    return url.origin;
  }
  context.addIssue({ code: 'custom', message: 'no origin' });
  return z.NEVER;
});

/** Each variable: its schema, what stands in when it is unset or empty, and what a right value is, for the message. */
const VARIABLES = {
  PORT: { schema: wholeNumber(0, 65535), otherwise: '4400', wants: 'a port number from 0 to 65535' },
  HOST: {
    schema: z.string().refine((host) => isIP(host) !== 0 || HOST_NAME.test(host)),
    otherwise: '127.0.0.1',
    wants: 'an IP address or a host name',
  },
  ACCORD_DATA: {
    schema: z.string().refine((path) => !path.includes('\0')),
    otherwise: './data',
    wants: 'a path of a folder',
  },
  ACCORD_PUBLIC_URL: {
    schema: publicUrl,
    otherwise: null,
    wants: 'an address such as https://accord.example.org, without a path',
  },
  ACCORD_LOG_LEVEL: {
    schema: z.enum(LOG_LEVELS),
    otherwise: 'info',
    wants: `one of ${LOG_LEVELS.join(', ')}`,
  },
  ACCORD_PROXY_HOPS: { schema: wholeNumber(0, 10), otherwise: '0', wants: 'a number from 0 to 10' },
  ACCORD_DEMO: { schema: z.enum(['true', 'false']), otherwise: 'false', wants: 'true or false' },
} as const;

/** A variable holds a value that can't be used; the message is one line for whoever started the server. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

/** Reads the settings from an environment. @throws WrongSetting at the first value that can't be used */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const read = <T>(name: keyof typeof VARIABLES, schema: z.ZodType<T>): T => {
    const { otherwise, wants } = VARIABLES[name];
    const text = environment[name]?.trim() || otherwise;
    const result = schema.safeParse(text);
    if (result.success) return result.data;
    throw new WrongSetting(`${name} is ${JSON.stringify(text)}, but must be ${wants}.`);
  };
  return {
    port: read('PORT', VARIABLES.PORT.schema),
    host: read('HOST', VARIABLES.HOST.schema),
    dataFolder: resolve(read('ACCORD_DATA', VARIABLES.ACCORD_DATA.schema)),
    publicUrl: read('ACCORD_PUBLIC_URL', publicUrl.nullable()),
    logLevel: read('ACCORD_LOG_LEVEL', VARIABLES.ACCORD_LOG_LEVEL.schema),
    proxyHops: read('ACCORD_PROXY_HOPS', VARIABLES.ACCORD_PROXY_HOPS.schema),
    demo: read('ACCORD_DEMO', VARIABLES.ACCORD_DEMO.schema) === 'true',
    clientFolder: fileURLToPath(new URL('../../client/dist', import.meta.url)),
  };
}

/** The settings of this process; the only place that reads its environment. @throws WrongSetting */
export const processConfig = (): Config => readConfig(process.env);
