import { expect } from '@jest/globals'
import { publicly, serverUrl } from './harness'

interface DemoAccount {
  account: string
  password: string
  name: string
}

/** A member of staff by the API alone. */
export class Clerk {
  private constructor(private readonly token: string) {}

  /** By the name of a demonstration account. */
  static async of(name: string): Promise<Clerk> {
    const { demoAccounts } = await publicly<{ demoAccounts: DemoAccount[] }>('/setup')
    const found = demoAccounts.find((account) => account.name === name)
    if (!found) throw new Error(`no demonstration account ${name}`)
    const { account, password } = found
    const session = await call('/sessions/staff', { account, password })
    return new Clerk(session.accessToken)
  }

  /** Does acts with the order of this receipt number, one after the other. */
  async does(receiptNo: string, ...acts: [name: string, body: object][]): Promise<void> {
    const found = await this.get(`/work-orders?q=${receiptNo}`)
    const { id } = found.items[0]
    for (const [name, body] of acts) await call(`/work-orders/${id}/acts/${name}`, body, this.token)
  }

  async attach(photo: Buffer): Promise<string> {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(photo)], { type: 'image/png' }), 'evidence.png')
    return (await answered('/attachments', { method: 'POST', body: form, headers: bearer(this.token) })).id
  }

  private get(path: string) {
    return answered(path, { headers: bearer(this.token) })
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

const call = (path: string, body: object, token?: string) =>
  answered(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(token && bearer(token)) },
  })

async function answered(path: string, init: RequestInit) {
  const answer = await fetch(`${serverUrl()}/api/v1${path}`, init)
  const body = await answer.json()
  expect({ path, status: answer.status, body }).toMatchObject({ status: answer.ok ? answer.status : 200 })
  return body
}
