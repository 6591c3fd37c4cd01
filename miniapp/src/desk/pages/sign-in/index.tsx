import { useEffect, useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { roleWords } from '@minsheng/shared'
import { tabsOf } from '@/desk/parts/desk-page'
import { goDesk } from '@/routes'
import type { DemoAccount } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { signInStaff } from '@/services/sessions'
import { needReference, useReference } from '@/stores/reference'
import { keepSession, useSession } from '@/stores/session'
import { Button, Card, Field, Icon, Notice, Page, Press, SectionTitle } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { deskSignInWords, deskWords } from '@/words-desk'
import styles from './index.module.scss'

/** Account and password; in demonstration mode the accounts are there to tap. */
export default function DeskSignIn() {
  const account = useRef('')
  const password = useRef('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const accounts = useReference(({ setup }) => setup?.demoAccounts)
  const person = useSession((sessions) => sessions.staff?.person)
  useDidShow(() => needReference('setup'))

  useEffect(() => {
    if (!person) return
    const first = tabsOf(person)[0]
    if (first) void goDesk(first.value)
    else setProblem(deskWords.noAccess)
  }, [person])

  const enter = async (name: string, secret: string) => {
    if (!name || !secret) return setProblem(deskSignInWords.empty)
    setBusy(true)
    setProblem(null)
    try {
      keepSession('staff', await signInStaff(name, secret))
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
    } finally {
      setBusy(false)
    }
  }
  const submit = () => void enter(account.current.trim(), password.current)

  return (
    <Page title={deskSignInWords.title}>
      <Card>
        <Field label={deskSignInWords.account} onText={(text) => (account.current = text)} />
        <Field
          label={deskSignInWords.password}
          kind="password"
          onText={(text) => (password.current = text)}
          onConfirm={submit}
        />
        {problem && <Notice tone="amber">{problem}</Notice>}
        <Button onPress={submit} busy={busy && deskSignInWords.busy}>
          {deskSignInWords.enter}
        </Button>
      </Card>
      {accounts && (
        <>
          <SectionTitle>{deskSignInWords.demo}</SectionTitle>
          <Card className={styles.accounts}>
            {accounts.map((one) => (
              <Account
                key={one.account}
                account={one}
                onPress={() => void enter(one.account, one.password)}
              />
            ))}
          </Card>
        </>
      )}
    </Page>
  )
}

function Account({ account, onPress }: { account: DemoAccount; onPress: () => void }) {
  const { name, roles, departmentName } = account
  return (
    <Press className={styles.account} onPress={onPress}>
      <View className={styles.words}>
        <View>{name}</View>
        <View className={styles.roles}>
          {[departmentName, roles.map((role) => roleWords[role]).join('、')].filter(Boolean).join(' · ')}
        </View>
      </View>
      <Icon name="next" />
    </Press>
  )
}
