import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { Role } from '@minsheng/shared'
import { goDesk, goDeskSignIn, type DeskTab } from '@/routes'
import type { PersonView } from '@/services/api'
import { signOut } from '@/services/sessions'
import { dropSession, useSession } from '@/stores/session'
import { Blank, Page, Press, Segmented } from '@/ui'
import type { PageProps } from '@/ui/page'
import { callBackWords } from '@/words-callbacks'
import { deadlineWords } from '@/words-deadlines'
import { deskWords } from '@/words-desk'
import { exportWords } from '@/words-exports'
import { evidenceWords } from '@/words-evidence'
import { ruleWords, trialWords } from '@/words-routing'
import { registerWords } from '@/words-register'
import { walkWords } from '@/words-walks'
import { patternWords, supervisionWords } from '@/words-supervision'
import { Bell } from './bell'
import styles from './desk-page.module.scss'

interface Tab {
  value: DeskTab
  words: string
  roles: readonly Role[]
  /** Also theirs whose role is that of a department: its leader sees its queue, the district's leader no queue. */
  inDepartment?: Role
}
const tabs: readonly Tab[] = [
  {
    value: 'queue',
    words: deskWords.queue,
    roles: ['handler', 'reviewer', 'dispatcher', 'supervisor'],
    inDepartment: 'leader',
  },
  { value: 'grid', words: deskWords.grid, roles: ['gridWorker'] },
  { value: 'triage', words: deskWords.triage, roles: ['dispatcher'] },
  { value: 'trial', words: trialWords.tab, roles: ['dispatcher', 'administrator'] },
  { value: 'rules', words: ruleWords.tab, roles: ['administrator'] },
  { value: 'safety', words: deskWords.safety, roles: ['dispatcher'] },
  { value: 'complaints', words: deskWords.complaints, roles: ['supervisor'] },
  { value: 'callBacks', words: callBackWords.title, roles: ['supervisor'] },
  { value: 'evidence', words: evidenceWords.title, roles: ['reviewer'], inDepartment: 'leader' },
  {
    value: 'supervision',
    words: supervisionWords.title,
    roles: ['handler', 'reviewer', 'dispatcher', 'supervisor', 'leader'],
  },
  { value: 'patterns', words: patternWords.tab, roles: ['dispatcher', 'supervisor'] },
  { value: 'scores', words: deskWords.scores, roles: ['leader', 'supervisor', 'administrator'] },
  { value: 'exports', words: exportWords.tab, roles: ['leader', 'supervisor', 'administrator'] },
  { value: 'walks', words: walkWords.tab, roles: ['leader', 'supervisor', 'administrator'] },
  { value: 'register', words: registerWords.tab, roles: ['administrator'] },
  { value: 'outbox', words: deskWords.outbox, roles: ['administrator'] },
  { value: 'deadlines', words: deadlineWords.tab, roles: ['administrator'] },
]

/** What a person sees of the desk by their roles, the first one is where they begin. */
export const tabsOf = ({ roles, department }: PersonView) =>
  tabs.filter(
    (tab) =>
      tab.roles.some((role) => roles.includes(role)) ||
      (department && tab.inDepartment && roles.includes(tab.inDepartment)),
  )

/** The frame of the desk: who one is, and the tabs of one's roles (on the pages that are one). */
export function DeskPage({ tab, children, ...page }: PageProps & { tab?: DeskTab; children?: ReactNode }) {
  const person = useSession((sessions) => sessions.staff?.person ?? null)
  if (!person) {
    return (
      <Page title={page.title}>
        <Blank
          icon="user"
          title={deskWords.signedOutTitle}
          step={{ words: deskWords.signIn, onPress: () => void goDeskSignIn() }}
        >
          {deskWords.signedOut}
        </Blank>
      </Page>
    )
  }
  const mine = tabsOf(person)
  return (
    <Page
      {...page}
      title={tab ? (person.department?.name ?? page.title) : page.title}
      action={tab && <Who name={person.name ?? ''} />}
      wide
    >
      {tab && mine.length > 1 && (
        <Segmented label={deskWords.tabs} options={mine} value={tab} onChange={(next) => void goDesk(next)} />
      )}
      {children}
    </Page>
  )
}

function Who({ name }: { name: string }) {
  const leave = () => {
    void signOut('staff').catch(() => null) // the phone forgets in any case
    dropSession('staff')
    void goDeskSignIn()
  }
  return (
    <View className={styles.who}>
      <View>{name}</View>
      <Bell />
      <Press className={styles.leave} onPress={leave}>
        {deskWords.signOut}
      </Press>
    </View>
  )
}
