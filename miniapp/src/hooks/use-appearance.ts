import { useEffect, useMemo } from 'react'
import { useDidShow } from '@tarojs/taro'
import { create } from 'zustand'
import { dress } from '@/platform/dress'
import { onPhoneLook, phoneLook } from '@/platform/phone-look'
import { appearanceOf, type Appearance, type Phone } from '@/stores/appearance'
import { useSettings } from '@/stores/settings'

const usePhone = create<Phone>(phoneLook)
onPhoneLook(() => usePhone.setState(phoneLook()))

/** How the screens look now; changes with the settings and with the phone. */
export function useAppearance(): Appearance {
  const { typeSize, colours } = useSettings()
  const phone = usePhone()
  return useMemo(() => appearanceOf({ typeSize, colours }, phone), [typeSize, colours, phone])
}

/** The same, and what stands around this page is given the look too. */
export function useDressedPage(isTab: boolean): Appearance {
  const look = useAppearance()
  useEffect(() => dress(look, isTab), [look, isTab])
  useDidShow(() => dress(look, isTab))
  return look
}
