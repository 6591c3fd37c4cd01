import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import type { PersonView } from './people.dto.js'
import { PersonalData } from './personal-data.js'
import { RealName } from './real-name.js'
import { Resident } from './resident.entity.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

const idNumber = '11010519491231002X'
const prove = (as: string, proof: string) =>
  server.call<PersonView & { code: string }>('POST', '/people/me/real-name', { as, body: { proof } })
const me = async (as: string) => (await server.call<PersonView>('GET', '/people/me', { as })).body

describe('a real name', () => {
  it('is kept once a provider has vouched for it, and the ID number is not', async () => {
    const as = await server.resident('13600000001')
    expect((await me(as)).realName).toBe('phone')
    const { status, body } = await prove(as, `陈桂兰.${idNumber}`)
    expect([status, body.name, body.realName]).toEqual([200, '陈桂兰', 'identity'])
    const row = await server.unitOfWork.reader.findOneByOrFail(Resident, { id: body.id })
    expect(JSON.stringify(row)).not.toContain(idNumber)
    expect(server.app.get(PersonalData).decrypt(row.nameCipher ?? '')).toBe('陈桂兰')
  })

  it('is one resident’s alone', async () => {
    const as = await server.resident('13600000002')
    expect((await prove(as, `陈桂兰.${idNumber}`)).body).toMatchObject({
      status: 409,
      code: 'identity_of_other_resident',
    })
    expect((await me(as)).realName).toBe('phone')
  })

  it('is not kept when nothing is proved', async () => {
    const as = await server.resident('13600000003')
    expect((await prove(as, '陈桂兰.110105194912310021')).body).toMatchObject({
      status: 422,
      code: 'real_name_not_proved',
    })
  })

  it('opens what needs it, and says what is missing', async () => {
    const realName = server.app.get(RealName)
    const as = await server.resident('13600000004')
    const { id } = await me(as)
    const by = { id, kind: 'resident', roles: ['resident'], departmentId: null, areaId: null } as const
    await expect(realName.require(by, 'phone')).resolves.toBeUndefined()
    await expect(realName.require(by, 'identity')).rejects.toMatchObject({ code: 'real_name_needed' })
    await prove(as, '李四.440524188001010014')
    await expect(realName.require(by, 'identity')).resolves.toBeUndefined()
  })
})
