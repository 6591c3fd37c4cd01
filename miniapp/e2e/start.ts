import { startServer } from './server'

/** A server for each worker, and on it all the stories of that worker: each of them brings persons of its own. */
export default async function start({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  const servers = await Promise.all(Array.from({ length: maxWorkers }, () => startServer()))
  globalThis.serversUnderTest = servers
  process.env.SERVERS_UNDER_TEST = servers.map(({ url }) => url).join(' ')
}
