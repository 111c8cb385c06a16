/** `npm run dev`: the server restarted on every change, the client with hot reload on http://127.0.0.1:5173. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install, requireNode, root } from './prepare.mjs';

requireNode();
install();

const bin = (name, file) => join(root, 'server', 'node_modules', name, file);

const parts = [
  spawn(
    process.execPath,
    [bin('tsx', 'dist/cli.mjs'), 'watch', '--clear-screen=false', 'server/src/main.ts'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ACCORD_PUBLIC_URL: 'http://127.0.0.1:5173', ...process.env },
    },
  ),
  spawn(
    process.execPath,
    [bin('vite', 'bin/vite.js'), '--host', '127.0.0.1', '--port', '5173', '--strictPort'],
    {
      cwd: join(root, 'client'),
      stdio: 'inherit',
    },
  ),
];
const stop = () => {
  for (const part of parts) part.kill('SIGTERM');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const part of parts) part.on('exit', stop);
