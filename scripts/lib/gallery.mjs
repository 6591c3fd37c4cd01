import { build } from './build.mjs'
import { findChromium } from './machine.mjs'
import { install, pnpm, toolEnvironment } from './pnpm.mjs'

/** Takes a picture of every page in every state and look: artifacts/gallery/index.html. GALLERY_ONLY=home,need for some, GALLERY_LOOKS=light,tablet in these looks, every state of them. */
export async function gallery() {
  await install()
  await build('shared', 'server', 'h5')
  await pnpm(['--filter', '@minsheng/miniapp', 'gallery'], {
    env: { ...toolEnvironment(), CHROMIUM_PATH: findChromium() ?? '' },
  })
  console.log('图库：artifacts/gallery/index.html')
}
