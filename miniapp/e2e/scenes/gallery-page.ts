import { looks, type LookName } from './looks'
import type { StateName } from './states'

export interface Shot {
  scene: string
  state: StateName
  look: LookName
}

export const fileOf = ({ scene, state, look }: Shot) => `${scene}--${state}--${look}.png`

const figure = (shot: Shot) => `<figure style="width:${looks[shot.look].width * 0.6}px">
<a href="${fileOf(shot)}"><img src="${fileOf(shot)}" alt="" loading="lazy"></a>
<figcaption>${shot.state} · ${shot.look}</figcaption></figure>`

/** All pictures on one page, a row for each scene. */
export function galleryPage(shots: Shot[]): string {
  const names = [...new Set(shots.map(({ scene }) => scene))]
  const rows = names.map(
    (name) => `<h2 id="${name}">${name}</h2>
<div class="row">${shots
      .filter(({ scene }) => scene === name)
      .map(figure)
      .join('')}</div>`,
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页面图库</title>
<style>body{margin:24px;background:#c9cfcd;font:14px sans-serif}.row{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}
figure{margin:0}img{display:block;width:100%}figcaption{padding:4px 0}nav a{margin-right:12px}</style>
<nav>${names.map((name) => `<a href="#${name}">${name}</a>`).join('')}</nav>${rows.join('')}</html>`
}
