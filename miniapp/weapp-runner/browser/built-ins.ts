import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { addressHere } from './host/network'
import type { Refusal } from './host/api'
import { agreeTapped, afterConsent } from './host/privacy'
import { addressOfFile } from './host/files'
import { builtInTags, type BuiltInTag } from './tags'
import { report } from './weapp'

/** What a component of ours may do with itself; glass-easel's own types are far wider. */
interface Instance {
  /** Its element in the document. */
  $$: HTMLElement
  data: Record<string, unknown>
  triggerEvent(name: string, detail: object, options: { bubbles: boolean }): void
}

type Observers = Record<string, (this: Instance, value: unknown) => void>

interface Look {
  attached?: (this: Instance) => void
  observers?: Observers
}

/** A field or a picture inside of a component, to which its attributes go. */
const inner = new WeakMap<Instance, HTMLElement>()

/** Attributes without a value arrive as null or undefined. */
const text = (value: unknown) =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? `${value}`
      : ''

const isButton = ({ localName }: HTMLElement) => localName === 'wx-button'

/** A screen reader is told what stands in the template: `aria-role` is `role` of the document. */
function observeAria(attributes: string[]): Observers {
  return Object.fromEntries(
    attributes
      .filter((attribute) => attribute.startsWith('aria'))
      .map((attribute) => {
        const name = attribute === 'ariaRole' ? 'role' : `aria-${attribute.slice(4).toLowerCase()}`
        const set = function (this: Instance, value: unknown) {
          const element = inner.get(this) ?? this.$$
          if (text(value)) element.setAttribute(name, text(value))
          else if (name === 'role' && isButton(element)) element.setAttribute('role', 'button')
          else element.removeAttribute(name)
        }
        return [attribute, set]
      }),
  )
}

const looks: Partial<Record<BuiltInTag, Look>> = {
  image: {
    attached() {
      const picture = document.createElement('img')
      picture.alt = ''
      picture.addEventListener('error', () => report(`the picture ${text(this.data.src)} does not load`))
      adopt(this, picture)
      showPicture(this)
    },
    observers: {
      src() {
        showPicture(this)
      },
      mode(mode) {
        const picture = inner.get(this)
        if (picture) picture.style.objectFit = fits[text(mode)] ?? 'fill'
      },
    },
  },
  input: field('input'),
  textarea: field('textarea'),
  button: {
    attached() {
      this.$$.addEventListener('click', () => void openAs(this))
    },
  },
}

/** What WeChat gives to a tap on its own button alone. */
async function openAs(button: Instance) {
  const tell = (name: string, detail: object) => button.triggerEvent(name, detail, { bubbles: false })
  const { openType } = button.data
  if (openType === 'agreePrivacyAuthorization') {
    agreeTapped(button.$$.id)
    tell('agreeprivacyauthorization', {})
  }
  if (openType === 'getPhoneNumber') tell('getphonenumber', await phoneNumber())
}

let numbers = 0
async function phoneNumber(): Promise<object> {
  const refused = await afterConsent('getPhoneNumber').catch((thrown: Refusal) => thrown)
  if (refused) return { errMsg: `getPhoneNumber:fail ${refused.message}`, errno: refused.errno }
  const { number } = window.phone
  if (number === null) return { errMsg: 'getPhoneNumber:fail user deny' }
  return { errMsg: 'getPhoneNumber:ok', code: `${number}.${Date.now()}.${++numbers}` }
}

const fits: Record<string, string> = { aspectFill: 'cover', aspectFit: 'contain', widthFix: 'contain' }

function adopt(instance: Instance, child: HTMLElement) {
  inner.set(instance, child)
  instance.$$.append(child)
}

function showPicture(instance: Instance) {
  const picture = inner.get(instance)
  if (!(picture instanceof HTMLImageElement)) return
  const { src, mode } = instance.data
  picture.style.objectFit = fits[text(mode)] ?? 'fill'
  const address = pictureAddress(text(src))
  if (address) picture.src = address
  else picture.removeAttribute('src')
}

function pictureAddress(source: string): string {
  if (source.startsWith('wxfile:')) return addressOfFile(source)
  if (/^https?:/.test(source)) return addressHere(source)
  if (source === '' || source.startsWith('data:')) return source
  return `/__weapp/assets/${source.replace(/^\//, '')}`
}

/** A native field: its words go to the logic by events, and what the logic sets comes back late, as on a phone. */
function field(tag: 'input' | 'textarea'): Look {
  return {
    attached() {
      const native = document.createElement(tag)
      const hint = document.createElement('div')
      hint.setAttribute('aria-hidden', 'true')
      this.$$.append(hint)
      adopt(this, native)
      native.value = text(this.data.value)
      const { maxlength, type, password, disabled, autoHeight, focus } = this.data
      if (Number(maxlength) > 0) native.maxLength = Number(maxlength)
      native.disabled = Boolean(disabled)
      if (native instanceof HTMLInputElement) {
        native.type = password ? 'password' : 'text'
        native.inputMode = type === 'number' || type === 'digit' ? 'numeric' : 'text'
      }
      native.classList.toggle('grows', Boolean(autoHeight))
      const drawHint = () => {
        hint.className = `wx-placeholder ${text(this.data.placeholderClass)}`
        hint.textContent = native.value ? '' : text(this.data.placeholder)
      }
      drawHint()
      const tell = (name: string) =>
        this.triggerEvent(name, { value: native.value, cursor: native.selectionEnd }, { bubbles: false })
      native.addEventListener('input', (event) => {
        event.stopPropagation() // the document's own event is none of WeChat's
        drawHint()
        tell('input')
      })
      native.addEventListener('focus', () => tell('focus'))
      native.addEventListener('blur', () => tell('blur'))
      native.addEventListener('keydown', (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Enter' && tag === 'input') tell('confirm')
      })
      native.addEventListener('redraw', drawHint)
      if (focus) queueMicrotask(() => native.focus())
    },
    observers: {
      value(value) {
        const native = inner.get(this)
        if (!(native instanceof HTMLInputElement || native instanceof HTMLTextAreaElement)) return
        if (native.value !== text(value)) native.value = text(value)
        native.dispatchEvent(new Event('redraw'))
      },
      placeholder() {
        inner.get(this)?.dispatchEvent(new Event('redraw'))
      },
      focus(focus) {
        if (focus) inner.get(this)?.focus()
      },
    },
  }
}

/** Registers WeChat's own components, each with the attributes that the templates set. */
export function defineBuiltIns(global: CodeSpace, own: CodeSpace) {
  for (const tag of builtInTags) {
    const attributes = window.weapp.attributes[tag] ?? []
    const { attached, observers } = looks[tag] ?? {}
    const aria = observeAria(attributes)
    const definition = {
      is: `built-in/${tag}`,
      properties: Object.fromEntries(attributes.map((attribute) => [attribute, null])),
      observers: { ...aria, ...observers },
      lifetimes: {
        attached(this: Instance) {
          attached?.call(this)
          // What was set before there was a field belongs to the field.
          for (const [attribute, set] of Object.entries(aria)) set.call(this, this.data[attribute])
        },
      },
    }
    const space = global.getComponentSpace()
    own.getComponentSpace().setGlobalUsingComponent(tag, space.defineComponent(definition as never))
  }
}
