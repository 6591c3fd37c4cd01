import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { onStoredElsewhere } from '@/platform/other-windows'
import { phoneStorage } from '@/platform/storage'
import type { ColourScheme, TypeSize } from './appearance'

interface Settings {
  /** null: as the phone's own setting has it. */
  typeSize: TypeSize | null
  colours: ColourScheme
}

const NAME = 'settings'

/** How the person wants the screens, kept on the phone. */
export const useSettings = create<Settings>()(
  persist((): Settings => ({ typeSize: null, colours: 'system' }), {
    name: NAME,
    storage: phoneStorage(),
  }),
)
onStoredElsewhere(NAME, () => void useSettings.persist.rehydrate())

export const chooseTypeSize = (typeSize: TypeSize) => useSettings.setState({ typeSize })
export const chooseColours = (colours: ColourScheme) => useSettings.setState({ colours })
