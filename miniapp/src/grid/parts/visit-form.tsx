import { View } from '@tarojs/components'
import {
  meetings,
  meetingWords,
  plusDays,
  shanghaiDate,
  visitTags,
  visitTagWords,
  type Meeting,
} from '@minsheng/shared'
import { Tray } from '@/parts/tray'
import { useTray } from '@/parts/use-tray'
import type { HouseholdView } from '@/services/api'
import { Button, Card, Chips, Field, Notice, Segmented, Toggle } from '@/ui'
import { visitWords } from '@/words-grid'
import { addressOfFile } from '../store/grid'
import { newNeed } from '../store/need-draft'
import { isCalled, nameable } from '../store/residents'
import styles from './grid.module.scss'
import { NeedForm } from './need-form'
import { toggled } from '@/parts/toggled'
import type { Keeping } from './use-keeping'
import type { VisitDraft } from './visiting'

interface VisitFormProps {
  household: HouseholdView
  draft: VisitDraft
  change: (next: (draft: VisitDraft) => VisitDraft) => void
  keeping: Keeping
  onSave: () => void
}

const meetingOptions = meetings.map((value) => ({ value, words: meetingWords[value] }))
const tagOptions = visitTags.map((value) => ({ value, words: visitTagWords[value] }))
const nextOptions = [
  { value: '0', words: visitWords.nextNone },
  { value: '7', words: visitWords.nextWeek },
  { value: '14', words: visitWords.nextFortnight },
  { value: '30', words: visitWords.nextMonth },
]
const dayIn = (days: string) => (days === '0' ? null : plusDays(shanghaiDate(new Date()), Number(days)))

/** Filled in with the fewest taps: most of a visit is said with three. */
export function VisitForm({ household, draft, change, keeping, onSave }: VisitFormProps) {
  const set = (next: Partial<VisitDraft>) => change((before) => ({ ...before, ...next }))
  const tray = useTray({
    realm: null,
    addressOf: addressOfFile,
    files: draft.files,
    change: (next) => change((before) => ({ ...before, files: next(before.files) })),
  })
  const residents = nameable(household.residents)
  const people = residents.map(({ id, name }) => ({ value: id, words: name }))
  const isMet = draft.meeting === 'met'
  return (
    <>
      <Segmented<Meeting>
        isChoice
        label={visitWords.meeting}
        options={meetingOptions}
        value={draft.meeting}
        onChange={(meeting) => set({ meeting })}
      />
      {isMet && people.length > 0 && (
        <Card>
          <View className={styles.first}>{visitWords.whom}</View>
          <Chips
            single
            label={visitWords.whom}
            options={people}
            chosen={residents.filter((one) => isCalled(one, draft.residentId)).map(({ id }) => id)}
            onToggle={(residentId) => set({ residentId })}
          />
        </Card>
      )}
      {isMet && (
        <Card>
          <View className={styles.first}>{visitWords.tags}</View>
          <Chips
            label={visitWords.tags}
            options={tagOptions}
            chosen={draft.tags}
            onToggle={(tag) => set({ tags: toggled(draft.tags, tag) })}
          />
        </Card>
      )}
      <Card>
        <Field
          label={visitWords.said}
          hint={visitWords.saidHint}
          multiline
          initial={draft.said}
          maxLength={1000}
          onText={(said) => set({ said })}
        />
        <Tray tray={tray} />
      </Card>
      <Card>
        <View className={styles.first}>{visitWords.next}</View>
        <Chips
          single
          label={visitWords.next}
          options={nextOptions}
          chosen={nextOptions
            .filter(({ value }) => dayIn(value) === draft.nextVisitOn)
            .map(({ value }) => value)}
          onToggle={(days) => set({ nextVisitOn: dayIn(days) })}
        />
      </Card>
      <Card>
        <Toggle words={visitWords.place} on={draft.withPlace} onChange={(withPlace) => set({ withPlace })} />
        <View className={styles.small}>{visitWords.placeHint}</View>
      </Card>
      <Card>
        <Toggle
          words={visitWords.need}
          on={draft.need !== null}
          onChange={(on) => set({ need: on ? { ...newNeed(household), text: draft.said } : null })}
        />
        <View className={styles.small}>{visitWords.needHint}</View>
        {draft.need && (
          <NeedForm
            household={household}
            need={draft.need}
            change={(next) =>
              change((before) => ({ ...before, need: before.need && { ...before.need, ...next } }))
            }
          />
        )}
      </Card>
      {keeping.problem && <Notice tone="red">{keeping.problem}</Notice>}
      <Button onPress={onSave} busy={keeping.busy && visitWords.saving}>
        {visitWords.save}
      </Button>
    </>
  )
}
