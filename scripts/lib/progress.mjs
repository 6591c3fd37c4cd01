const isTerminal = process.stderr.isTTY === true
const heartbeat = isTerminal ? 1000 : 20_000

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} 秒`

/**
 * Says what is being done while it is being done, and how long it took. On a terminal the line counts up;
 * elsewhere a line every 20 seconds shows that it goes on. Standard output is left to what was asked for.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function progress(title, work) {
  const start = Date.now()
  process.stderr.write(isTerminal ? `${title}…` : `${title}…\n`)
  const timer = setInterval(
    () =>
      process.stderr.write(
        isTerminal ? `\r${title}… ${seconds(start)}` : `  ${title}：已进行 ${seconds(start)}\n`,
      ),
    heartbeat,
  )
  const end = (mark) => {
    clearInterval(timer)
    process.stderr.write(
      isTerminal
        ? `\r${mark} ${title}（${seconds(start)}）\x1b[K\n`
        : `${mark} ${title}（${seconds(start)}）\n`,
    )
  }
  try {
    const result = await work()
    end('✓')
    return result
  } catch (error) {
    end('✗')
    throw error
  }
}
