export { CallBacks } from './call-backs.js'
export { CallbacksModule } from './callbacks.module.js'
