import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Role } from '@minsheng/shared'
import type { FastifyRequest } from 'fastify'
import { unauthorized } from '../platform/problem.js'
import type { PersonKind } from './session.entity.js'

/** Who makes the request. */
export interface Person {
  id: string
  kind: PersonKind
  roles: readonly Role[]
  departmentId: string | null
  areaId: string | null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard on every route that declares a permission. */
    person?: Person
    /** The session whose access token came with the request. */
    sessionId?: string
  }
}

export const signInFirst = () => unauthorized('unauthenticated', '请先登录')

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>()

/** The person who makes the request; only on a route with `Permit`. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const { person } = requestOf(context)
  if (!person) throw signInFirst()
  return person
})

/** The session that the request belongs to; only on a route with `Permit`. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { sessionId } = requestOf(context)
  if (!sessionId) throw signInFirst()
  return sessionId
})
