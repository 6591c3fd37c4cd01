export { actLane, inOrder, Outbox, toDeliver } from './outbox.entity.js'
