export { DisclosureModule } from './disclosure.module.js'
export { Disclosures } from './disclosures.js'
export { Disclosure } from './disclosure.entity.js'
