import { ask } from './http'
import { areasOf } from './reference'
import type { AreaHoursView, CalendarBody, CalendarView, LimitBody, LimitView, Paged } from './api'

const realm = 'staff'

export const workCalendar = () => ask<CalendarView>({ path: '/work-calendar', realm })

export const loadYear = (body: CalendarBody) =>
  ask<CalendarView>({ path: '/work-calendar', method: 'POST', body, realm })

/** The district and its streets, with the hours of those that have their own. */
export const hoursOfAreas = async () => {
  const [{ items: own }, ...levels] = await Promise.all([
    ask<{ items: AreaHoursView[] }>({ path: '/work-calendar/hours', realm }),
    areasOf('district'),
    areasOf('street'),
  ])
  const hours = new Map(own.map(({ areaId, hours }) => [areaId, hours]))
  return levels.flat().map((area) => ({ area, hours: hours.get(area.id) ?? null }))
}

export const setHours = (areaId: string, hours: string[]) =>
  ask<void>({ path: '/work-calendar/hours', method: 'POST', body: { areaId, hours }, realm })

export const limits = (cursor: string | null) =>
  ask<Paged<LimitView>>({ path: '/limits', query: { cursor }, realm })

export const setLimit = (body: LimitBody) => ask<LimitView>({ path: '/limits', method: 'POST', body, realm })

export const endLimit = (id: string, validUntil: string) =>
  ask<LimitView>({ path: `/limits/${id}/end`, method: 'POST', body: { validUntil }, realm })
