import { ask } from './http'
import type { AreaView, CategoryView, DepartmentView, EntryView, SetupView } from './api'

export const getSetup = () => ask<SetupView>({ path: '/setup' })

export const areasOf = (level: AreaView['level']) =>
  ask<{ items: AreaView[] }>({ path: '/areas', query: { level } }).then(({ items }) => items)

export const getStreets = () => areasOf('street')
export const getCommunities = () => areasOf('community')

/** The community in which a point (GCJ-02) lies, null outside of the district. */
export const locate = (latitude: number, longitude: number) =>
  ask<{ area: AreaView | null }>({ path: '/areas/locate', query: { latitude, longitude } }).then(
    ({ area }) => area,
  )

/** What a scanned code stands for. */
export const entryAt = (scene: string) => ask<EntryView>({ path: `/entries/${encodeURIComponent(scene)}` })

export const getCategories = () =>
  ask<{ items: CategoryView[] }>({ path: '/categories' }).then(({ items }) => items)

export const getDepartments = () =>
  ask<{ items: DepartmentView[] }>({ path: '/departments' }).then(({ items }) => items)
