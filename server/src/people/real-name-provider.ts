import { isIdNumber } from '@minsheng/shared'

export interface ProvedIdentity {
  name: string
  idNumber: string
}

/** Whoever can say that somebody is who he says. A city connects its own (统一身份认证). docs/adr/0037 */
export abstract class RealNameProvider {
  /** @param proof what the provider's own page gave to the person @returns null when it proves nothing */
  abstract verify(proof: string): Promise<ProvedIdentity | null>
}

/** For demonstrations and tests: the proof is `name.ID number`, believed when the check letter is right. */
export class DemonstrationRealName extends RealNameProvider {
  verify(proof: string): Promise<ProvedIdentity | null> {
    const [name = '', idNumber = ''] = proof.split('.')
    return Promise.resolve(name && isIdNumber(idNumber) ? { name, idNumber } : null)
  }
}
