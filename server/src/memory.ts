import { setFlagsFromString } from 'node:v8'

/*
 * Imported before everything else. V8 lets old garbage grow to several times of what is in use before it looks for it:
 * under load 260 MB where 195 MB do, at the same speed (docs/benchmarks.md). Half as much again is enough.
 */
setFlagsFromString('--heap-growing-percent=50')
