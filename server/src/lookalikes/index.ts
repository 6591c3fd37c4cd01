export { type BCubed, bCubed } from './b-cubed.js'
export { clusterWritings, finish } from './clustering.js'
