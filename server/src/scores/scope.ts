import { Injectable } from '@nestjs/common'
import { Departments, type Person } from '../people/index.js'
import { Areas } from '../places/index.js'
import { forbidden, notFound } from '../platform/problem.js'
import { everything } from './dimensions.js'
import { scopeWords } from './words.js'

/** Of what somebody sees the figures: the district, one department, or one town. */
export interface Scope {
  id: string
  kind: 'district' | 'department' | 'area'
  name: string
  /** Why it is not the whole district; null when it is, or was asked for. */
  reason: string | null
}

export const wholeDistrict: Scope = {
  id: everything,
  kind: 'district',
  name: scopeWords.district,
  reason: null,
}

/** Cuts what is asked for to what somebody may see, and says why. */
@Injectable()
export class Scopes {
  constructor(
    private readonly departments: Departments,
    private readonly areas: Areas,
  ) {}

  /**
   * Who works for a town sees the town, who works for a department sees the department, the others the district.
   * @param within the department or town that is asked for; the most that one may see if undefined
   * @throws Problem 403 `scope_not_yours`, 404 `scope_not_found`
   */
  async of(person: Person, within?: string): Promise<Scope> {
    const own = person.areaId ? await this.townOf(person.areaId) : person.departmentId
    if (own && within !== undefined && within !== own)
      throw forbidden('scope_not_yours', scopeWords.notYours((await this.named(own)).name))
    const scope = await this.named(within ?? own ?? everything)
    return { ...scope, reason: own ? scopeWords.cut(scope.name) : null }
  }

  private async named(id: string): Promise<Omit<Scope, 'reason'>> {
    if (id === everything) return wholeDistrict
    const department = await this.departments.byId(id)
    if (department) return { id, kind: 'department', name: department.name }
    const area = await this.areas.byId(id)
    if (area?.level !== 'street') throw notFound('scope_not_found', '没有这个单位或街镇，请重新选择')
    return { id, kind: 'area', name: area.name }
  }

  /** The town of somebody who works for it or for a part of it. */
  private async townOf(areaId: string): Promise<string> {
    const area = await this.areas.byId(areaId)
    if (!area || area.level === 'street' || !area.parentId) return areaId
    return this.townOf(area.parentId)
  }
}
