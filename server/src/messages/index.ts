export { Outbox } from './outbox.entity.js'
