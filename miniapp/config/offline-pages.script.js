/*
 * Keeps the app's own files on the phone of a grid worker, so that its pages open where there is no signal. Answers of
 * the server are none of its business: what a page knows without signal lies sealed in the page's own database.
 * VERSION and FILES are put in by config/offline-pages.ts.
 */
/* global addEventListener, caches, clients, FILES, location, VERSION */
// Understood by all browsers of `browserslist` as it stands.
const CACHE = `pages-${VERSION}`
const PAGE = '/'
/** What the server answers by itself. */
const notPages = /^\/(api|open311|healthz|readyz|metrics)(\/|$)/
/** A signal that answers no page in this time is none. Milliseconds */
const PATIENCE = 4000

// A new version takes over when no page of the old one is open any more: each finds the files that belong to it.
addEventListener('install', (event) => {
  const all = [new Request(PAGE, { cache: 'reload' }), ...FILES]
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(all)))
})

addEventListener('activate', (event) => {
  const isPast = (name) => name.startsWith('pages-') && name !== CACHE
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isPast).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  )
})

const later = () => new Promise((_, fail) => setTimeout(() => fail(new Error('no answer')), PATIENCE))
const kept = (what) => caches.open(CACHE).then((cache) => cache.match(what))

/** As the server has it; without signal, or when something before the server answers, as it was kept. */
async function page(request) {
  try {
    const answer = await Promise.race([fetch(request), later()])
    if (answer.status < 500) return answer
  } catch {
    // no signal
  }
  return (await kept(PAGE)) || Response.error()
}

const file = async (request) => (await kept(request)) || fetch(request)

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || notPages.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (FILES.includes(pathname)) event.respondWith(file(request))
})
