/** What rooms log with; pino fits. */
export interface RoomsLogger {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
