// Draws the icons of the tab bar (81 × 81 pixels, as WeChat wants them) into src/assets.
// Needs Chromium: CHROMIUM_PATH or /usr/bin/chromium. Run after changing a shape: node scripts/tab-icons.mjs
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

// 3:1 on the paper of the day and of the night, so that one drawing does for both.
const colours = { '': '#75827e', '-on': '#1a8c82' }
const shapes = {
  home: '<path d="M4 11l8-7 8 7v9h-6v-6h-4v6H4z"/>',
  list: '<path d="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4 21c0-5 4-7 8-7s8 2 8 7"/>',
}
const assets = fileURLToPath(new URL('../src/assets/', import.meta.url))

await mkdir(assets, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: 81, height: 81 } })
for (const [name, shape] of Object.entries(shapes)) {
  for (const [suffix, colour] of Object.entries(colours)) {
    await page.setContent(
      `<body style="margin:0"><svg width="81" height="81" viewBox="-1.5 -1.5 27 27" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" style="display:block">${shape}</svg></body>`,
    )
    await page.screenshot({ path: `${assets}${name}${suffix}.png`, omitBackground: true })
  }
}
await browser.close()
