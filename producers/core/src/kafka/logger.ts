// The logger that a service hands over: pino's shape, which most loggers have or can be given.

type Log = (fields: object, message: string) => void;

export interface Logger {
  debug: Log;
  info: Log;
  warn: Log;
  error: Log;
}
