import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { RequestMethod } from '@nestjs/common'
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js'
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core'
import { type Permission, permissions, type Role, roles } from '@minsheng/shared'
import { AccessTokens } from '../src/people/access-tokens.js'
import { PERMISSION } from '../src/people/permission.guard.js'
import { OPEN } from '../src/platform/open.js'
import { newId } from '../src/platform/database/index.js'
import { startApp, type TestApp } from './app.fixture.js'

interface Route {
  name: string
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  isPublic: boolean
  permission: Permission | undefined
}

let app: TestApp
let routes: Route[]
beforeAll(async () => {
  app = await startApp()
  routes = routesOf(app)
})
afterAll(() => app.stop())

/** Every route of every controller of the application. */
function routesOf({ app: server }: TestApp): Route[] {
  const reflector = server.get(Reflector)
  const scanner = new MetadataScanner()
  const controllers = [...server.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ])
  return controllers.flatMap(({ metatype }) => {
    if (!metatype) return []
    const prototype = metatype.prototype as Record<string, () => unknown>
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name]
      const path = handler && reflector.get<string | undefined>(PATH_METADATA, handler)
      if (!handler || path === undefined) return []
      const targets = [handler, metatype]
      return {
        name: `${metatype.name}.${name}`,
        method: RequestMethod[reflector.get<RequestMethod>(METHOD_METADATA, handler)] as Route['method'],
        path: `${reflector.get<string>(PATH_METADATA, metatype)}/${path}`
          .replaceAll(/\/+/g, '/')
          .replace(/\/$/, ''),
        isPublic: reflector.getAllAndOverride<boolean | undefined>(OPEN, targets) === true,
        permission: reflector.getAllAndOverride<Permission | undefined>(PERMISSION, targets),
      }
    })
  })
}

const call = ({ method, path }: Route, as?: string) =>
  app.call<{ code?: string }>(method, `/${path.replace(/^\//, '').replaceAll(/:\w+/g, newId(new Date()))}`, {
    as,
  })

const tokenOf = (role: Role) =>
  app.app.get(AccessTokens).sign({
    person: {
      id: newId(new Date()),
      kind: role === 'resident' ? 'resident' : 'staff',
      roles: [role],
      departmentId: null,
      areaId: null,
    },
    sessionId: newId(new Date()),
  })

describe('every route', () => {
  it('is found by this test', () => {
    const names = routes.map(({ name }) => name)
    expect(names.length).toBeGreaterThanOrEqual(25)
    expect(names).toEqual(
      expect.arrayContaining(['SessionsController.byWeChat', 'AttachmentsController.upload']),
    )
  })

  it('declares either a permission or that it is public, and not both', () => {
    const wrong = routes.filter(({ isPublic, permission }) => isPublic === (permission !== undefined))
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('asks to sign in unless it is public', async () => {
    for (const route of routes) {
      const { status, body } = await call(route)
      if (route.isPublic) expect([route.name, body.code]).not.toEqual([route.name, 'unauthenticated'])
      else expect([route.name, status, body.code]).toEqual([route.name, 401, 'unauthenticated'])
    }
  })

  it('refuses every role that does not carry its permission', async () => {
    const tokens = new Map(await Promise.all(roles.map(async (role) => [role, await tokenOf(role)] as const)))
    for (const route of routes) {
      if (!route.permission) continue
      const carriers: readonly Role[] = permissions[route.permission]
      for (const [role, token] of tokens) {
        if (carriers.includes(role)) continue
        const { status } = await call(route, token)
        expect([route.name, role, status]).toEqual([route.name, role, 403])
      }
    }
  })
})
