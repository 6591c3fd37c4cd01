import { useState } from 'react'
import { useDidShow, useShareAppMessage } from '@tarojs/taro'
import { ContactSheet } from '@/parts/contact-sheet'
import { PlaceSheet } from '@/parts/place-sheet'
import { SignInSheet } from '@/parts/sign-in-sheet'
import { TypeSizeSwitch } from '@/parts/type-size-switch'
import { shareCard } from '@/platform/share-card'
import { changeDraft, useDraft } from '@/stores/draft'
import { needReference } from '@/stores/reference'
import type { Place } from '@/stores/place'
import { lookForNotices } from '@/stores/unread'
import { Card, Notice, Page } from '@/ui'
import { homeWords } from '@/words-filing'
import { AroundHome } from './around-home'
import { LatestNeeds } from './latest-needs'
import { Lookalikes } from './lookalikes'
import { NeedBox } from './need-box'
import { useEntry } from './use-entry'
import { useFiling } from './use-filing'
import { useLocating } from './use-locating'

type Open = 'place' | 'contact' | null

/** One thing on one screen: say it, and send it. */
export default function Home() {
  const [open, setOpen] = useState<Open>(null)
  const { place, contactPhone } = useDraft()
  const entry = useEntry()
  const locating = useLocating()
  const filing = useFiling(locating.settled, () => setOpen('place'))
  useDidShow(() => {
    needReference('setup', 'communities')
    void lookForNotices()
  })
  useShareAppMessage(() => shareCard('/pages/home/index'))

  const leavePlace = () => {
    setOpen(null)
    filing.placeLeft()
  }
  const choosePlace = (chosen: Place) => {
    changeDraft({ place: chosen })
    setOpen(null)
    filing.placeChosen()
  }

  return (
    <Page
      title={homeWords.title}
      isTab
      action={<TypeSizeSwitch />}
      overlay={
        <>
          <PlaceSheet open={open === 'place'} place={place} onClose={leavePlace} onChoose={choosePlace} />
          <ContactSheet
            open={open === 'contact'}
            initial={contactPhone ?? ''}
            onClose={() => setOpen(null)}
            onChange={(phone) => changeDraft({ contactPhone: phone })}
          />
          <SignInSheet />
        </>
      }
    >
      {entry && <Notice icon="pin">{entry}</Notice>}
      <Card>
        <NeedBox
          filing={filing}
          locating={locating}
          onPlace={() => setOpen('place')}
          onContact={() => setOpen('contact')}
        />
      </Card>
      <Lookalikes filing={filing} />
      <LatestNeeds />
      <AroundHome />
    </Page>
  )
}
