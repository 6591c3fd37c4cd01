import { expect } from '@jest/globals'
import { serverUrl } from './server'

interface Sent {
  token?: string
  /** Makes it a POST. */
  body?: object
  /** For what a phone may send twice. */
  idempotencyKey?: string
}

/** Asks the server under test as a client of its API; a refusal fails the test. */
export async function request<T>(path: string, { token, body, idempotencyKey }: Sent = {}): Promise<T> {
  const isForm = body instanceof FormData
  const answer = await fetch(`${serverUrl()}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    body: isForm ? body : body && JSON.stringify(body),
    headers: {
      ...(body && !isForm && { 'content-type': 'application/json' }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
  })
  const said: unknown = await answer.json()
  expect({ path, status: answer.status, said }).toMatchObject({ status: answer.ok ? answer.status : 200 })
  return said as T
}
