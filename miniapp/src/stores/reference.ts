import { create } from 'zustand'
import { readStored, store } from '@/platform/storage'
import type { AreaView, CategoryView, DepartmentView, SetupView } from '@/services/api'
import { getCategories, getCommunities, getDepartments, getSetup } from '@/services/reference'

interface Reference {
  setup: SetupView | null
  communities: AreaView[] | null
  categories: CategoryView[] | null
  departments: DepartmentView[] | null
}

const STORED = 'reference'

/** What changes rarely: loaded once a visit, and the last known is there without signal. */
export const useReference = create<Reference>(
  () =>
    readStored<Reference>(STORED) ?? { setup: null, communities: null, categories: null, departments: null },
)

/** The number of the district, else the one that all of China knows. */
export const useHotline = () => useReference(({ setup }) => setup?.hotline ?? '12345')

const sources = {
  setup: getSetup,
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
        const { communities, categories, departments, setup } = useReference.getState()
        store(STORED, {
          communities,
          categories,
          departments,
          setup: setup && { ...setup, demoAccounts: undefined },
        })
      })
      .catch(() => asked.delete(name))
  }
}
