import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useAppearance } from '@/hooks/use-appearance'
import { ask } from '@/platform/ask'
import { callPhone } from '@/platform/call'
import { LinkGroup, LinkLine } from '@/parts/link-line'
import { PhoneSheet } from '@/parts/phone-sheet'
import { SignInSheet } from '@/parts/sign-in-sheet'
import { go } from '@/routes'
import { signOut } from '@/services/sessions'
import { needReference, useHotline } from '@/stores/reference'
import { dropSession, useSession } from '@/stores/session'
import { ensureResident } from '@/stores/sign-in'
import { lookForNotices, useUnread } from '@/stores/unread'
import { Button, Card, Icon, Page, SectionTitle } from '@/ui'
import { words } from '@/words'
import { meWords, noticeWords, phoneWords } from '@/words-me'
import { LookSettings } from './look-settings'
import styles from './index.module.scss'

export default function Me() {
  const staff = useSession((sessions) => sessions.staff)
  const hotline = useHotline()
  const { isLarge } = useAppearance()
  const person = useSession((sessions) => sessions.resident?.person ?? null)
  const unread = useUnread(({ count }) => count)
  const [binding, setBinding] = useState(false)
  useDidShow(() => {
    needReference('setup')
    void lookForNotices()
  })
  return (
    <Page
      title={meWords.title}
      isTab
      overlay={
        <>
          <PhoneSheet open={binding} onClose={() => setBinding(false)} />
          <SignInSheet />
        </>
      }
    >
      <Person />
      {person && (
        <LinkGroup>
          <LinkLine
            icon="bell"
            words={noticeWords.title}
            aside={unread ? noticeWords.unread(unread) : undefined}
            onPress={() => void go.notices()}
          />
          <LinkLine icon="alert" words={meWords.complaints} onPress={() => void go.complaints()} />
          <LinkLine
            icon="phone"
            words={person.phoneMasked ? phoneWords.change : phoneWords.bind}
            aside={person.phoneMasked ?? undefined}
            onPress={() => setBinding(true)}
          />
        </LinkGroup>
      )}
      <LookSettings />
      <LinkGroup>
        <LinkLine icon="search" words={meWords.lookup} onPress={() => void go.lookup()} />
        <LinkLine icon="shield" words={meWords.listed} onPress={() => void go.listed()} />
        {!isLarge && (
          <LinkLine icon="phone" words={words.hotline(hotline)} onPress={() => callPhone(hotline)} />
        )}
        <LinkLine
          icon="building"
          words={meWords.staff}
          aside={staff?.person.name ?? undefined}
          onPress={() => void go.desk()}
        />
      </LinkGroup>
      <SectionTitle>{meWords.about}</SectionTitle>
      <Card>
        <View>{meWords.aboutWords}</View>
        <View className={styles.privacy}>{meWords.privacy}</View>
      </Card>
    </Page>
  )
}

function Person() {
  const person = useSession((sessions) => sessions.resident?.person ?? null)
  const leave = async () => {
    if (!(await ask(meWords.signOutAsk))) return
    void signOut('resident').catch(() => null) // the phone forgets in any case
    dropSession('resident')
  }
  return (
    <Card className={styles.person}>
      <View className={styles.face}>
        <Icon name="user" big />
      </View>
      <View className={styles.names}>
        <View className={styles.name}>
          {person ? (person.phoneMasked ?? meWords.wechatUser) : meWords.signedOut}
        </View>
        <View className={styles.hint}>
          {person ? (person.name ?? meWords.resident) : meWords.signedOutHint}
        </View>
      </View>
      <Button
        look={person ? 'quiet' : 'soft'}
        className={styles.act}
        onPress={() => void (person ? leave() : ensureResident().catch(() => null))}
      >
        {person ? meWords.signOut : meWords.signInShort}
      </Button>
    </Card>
  )
}
