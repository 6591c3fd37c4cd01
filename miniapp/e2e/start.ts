import { startServer } from './harness'

/** One server for all the stories: each of them brings persons of its own. */
export default async function start(): Promise<void> {
  const server = await startServer()
  globalThis.serverUnderTest = server
  process.env.SERVER_UNDER_TEST = server.url
}
