export { DisclosureModule } from './disclosure.module.js'
export { Disclosure } from './disclosure.entity.js'
