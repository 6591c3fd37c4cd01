/** What WeChat takes as `scene`; see the server's codes. */
const sceneForm = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const asScene = (text: string | undefined): string | null => {
  const scene = decoded(text ?? '')
  return sceneForm.test(scene) ? scene : null
}

/** Of an address like `…?scene=d-xuefu-12-1`, be it a page of the mini-program or one on the web. */
export function sceneIn(address: string): string | null {
  const [, query = ''] = address.split('?')
  const pair = query.split(/[&#]/).find((each) => each.startsWith('scene='))
  return asScene(pair?.slice('scene='.length))
}

/**
 * The code by which the page was opened: `scene` of a mini-program's code, or within `q`, the whole address of a
 * plain code on a wall. WeChat encodes both once.
 */
export const sceneOf = ({ scene, q }: { scene?: string; q?: string }): string | null =>
  q ? sceneIn(decoded(q)) : asScene(scene)
