import type { LoggerService } from '@nestjs/common'
import { type Logger, pino } from 'pino'
import type { Config } from './config.js'

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal'

const secrets = ['phone', 'contactPhone', 'password', 'code', 'accessToken', 'refreshToken', 'authorization']

/** Nest's log as JSON lines on standard error; personal data by name never gets into them. */
export class Log implements LoggerService {
  readonly pino: Logger

  constructor(config: Pick<Config, 'logLevel'>) {
    const redact = secrets.flatMap((name) => [name, `*.${name}`])
    this.pino = pino({ level: config.logLevel, redact, base: undefined }, pino.destination(2))
  }

  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = rest.at(-1)
    const fields = typeof message === 'object' && message !== null ? message : { message }
    this.pino[level]({ ...fields, context, ...(rest.length > 1 && { detail: rest.slice(0, -1) }) })
  }
  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest)
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest)
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest)
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest)
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest)
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest)
  }
}
