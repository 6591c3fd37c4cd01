import { request } from './api'
import { publicly } from './server'

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
    const { accessToken } = await Clerk.session(name)
    return new Clerk(accessToken)
  }

  /** What the server answers to a sign-in. */
  static async session(name: string): Promise<{ accessToken: string }> {
    const { demoAccounts } = await publicly<{ demoAccounts: DemoAccount[] }>('/setup')
    const found = demoAccounts.find((account) => account.name === name)
    if (!found) throw new Error(`no demonstration account ${name}`)
    const { account, password } = found
    return request('/sessions/staff', { body: { account, password } })
  }

  /** Does acts with the order of this receipt number that is being worked on, one after the other. */
  async does(receiptNo: string, ...acts: [name: string, body: object][]): Promise<void> {
    const { token } = this
    const { items } = await request<{ items: { id: string; state: string }[] }>(
      `/work-orders?q=${receiptNo}`,
      { token },
    )
    const order = items.find(({ state }) => state !== 'done') ?? items[0]
    for (const [name, body] of acts) await request(`/work-orders/${order?.id}/acts/${name}`, { token, body })
  }

  /** A photo that says when and where it was taken, as evidence has to. */
  async attach(photo: Buffer): Promise<string> {
    const body = new FormData()
    body.append('takenAt', new Date().toISOString())
    body.append('latitude', '36.6')
    body.append('longitude', '117.1')
    body.append('file', new Blob([new Uint8Array(photo)], { type: 'image/png' }), 'evidence.png')
    return (await request<{ id: string }>('/attachments', { token: this.token, body })).id
  }
}
