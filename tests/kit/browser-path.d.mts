/** Path of a Chromium on this machine: `ACCORD_CHROMIUM`, else the first known name on the PATH, else null. */
export function browserPath(): string | null;
/** Installs Debian's chromium where that is possible without asking anybody. */
export function installBrowser(): boolean;
