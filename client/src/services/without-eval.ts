import { config } from 'zod';

// Zod compiles its checks with `new Function` where it can; our Content Security Policy forbids that, and even the
// attempt is reported. Has to run before any schema is made: the first import of main.tsx.
config({ jitless: true });
