import { SetMetadata } from '@nestjs/common'

export const OPEN = 'open'

/** A route that anybody may call without signing in. Everything else needs a declared permission. */
export const Open = () => SetMetadata(OPEN, true)
