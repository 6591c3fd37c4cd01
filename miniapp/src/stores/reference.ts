import { create } from 'zustand'
import { readStored, store } from '@/platform/storage'
import type { AreaView, CategoryView, DepartmentView, SetupView } from '@/services/api'
import { getCategories, getCommunities, getDepartments, getSetup, getStreets } from '@/services/reference'

interface Reference {
  setup: SetupView | null
  streets: AreaView[] | null
  communities: AreaView[] | null
  categories: CategoryView[] | null
  departments: DepartmentView[] | null
}

const STORED = 'reference'

const unknown: Reference = {
  setup: null,
  streets: null,
  communities: null,
  categories: null,
  departments: null,
}

/** What changes rarely: loaded once a visit, and the last known is there without signal. */
export const useReference = create<Reference>(() => ({ ...unknown, ...readStored<Reference>(STORED) }))

/** The number of the district, else the one that all of China knows. */
export const useHotline = () => useReference(({ setup }) => setup?.hotline ?? '12345')

const sources = {
  setup: getSetup,
  streets: getStreets,
  communities: getCommunities,
  categories: getCategories,
  departments: getDepartments,
} as const

const asked = new Set<keyof Reference>()

/** Loads these unless they were loaded in this visit. Without an answer the last known stays. */
export function needReference(...names: (keyof Reference)[]) {
  for (const name of names.filter((name) => !asked.has(name))) {
    asked.add(name)
    sources[name]()
      .then((value) => {
        useReference.setState({ [name]: value })
        const { setup, ...others } = useReference.getState()
        store(STORED, { ...others, setup: setup && { ...setup, demoAccounts: undefined } })
      })
      .catch(() => asked.delete(name))
  }
}
