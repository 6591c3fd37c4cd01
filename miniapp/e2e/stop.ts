export default async function stop(): Promise<void> {
  await Promise.all((globalThis.serversUnderTest ?? []).map((server) => server.stop()))
}
