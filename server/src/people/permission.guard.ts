import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { ApiBearerAuth } from '@nestjs/swagger'
import { isPermitted, type Permission } from '@minsheng/shared'
import type { FastifyRequest } from 'fastify'
import { Open, OPEN } from '../platform/open.js'
import { forbidden } from '../platform/problem.js'
import { type Access, AccessTokens } from './access-tokens.js'
import { signInFirst } from './person.js'

export const PERMISSION = 'permission'

/** Who may call the route: whoever has a role that carries the permission. */
export const Permit = (permission: Permission) =>
  applyDecorators(SetMetadata(PERMISSION, permission), ApiBearerAuth())

/** Anybody may call the route, without signing in. */
export const Public = Open

const tokenOf = (request: FastifyRequest): string | undefined =>
  /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]

/** Deny by default: a route that declares neither a permission nor `Public` is refused to everybody. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()]
    if (this.reflector.getAllAndOverride<boolean | undefined>(OPEN, targets)) return true
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, targets)
    if (!permission) throw refused()
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const token = tokenOf(request)
    if (!token) throw signInFirst()
    const access = this.tokens.remembered(token)
    if (access) return admit(request, permission, access)
    return this.tokens.verify(token).then((verified) => admit(request, permission, verified))
  }
}

const refused = () => forbidden('forbidden', '您没有权限查看或办理这一项')

function admit(request: FastifyRequest, permission: Permission, access: Access | undefined): true {
  if (!access) throw signInFirst()
  if (!isPermitted(permission, access.person.roles)) throw refused()
  request.person = access.person
  request.sessionId = access.sessionId
  return true
}
