import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { phoneStorage } from '@/platform/storage'

interface Settings {
  large: boolean
  setLarge: (large: boolean) => void
}

export const useSettings = create<Settings>()(
  persist((set) => ({ large: false, setLarge: (large) => set({ large }) }), {
    name: 'settings',
    storage: phoneStorage(),
    partialize: ({ large }) => ({ large }),
  }),
)
