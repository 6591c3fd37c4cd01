import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { useAct } from '@/desk/acts/use-act'
import desk from '@/desk/parts/desk.module.scss'
import { Lines } from '@/parts/lines'
import type { RegisteredView } from '@/services/api'
import { registeredIdNumber } from '@/services/register'
import { Button, Field, Notice, Sheet } from '@/ui'
import { words } from '@/words'
import { registerWords } from '@/words-register'
import styles from './register.module.scss'

interface PersonLineProps {
  householdId: string
  resident: RegisteredView['residents'][number]
}

/** Somebody who lives there. The whole ID number is shown for a reason, which is written down. */
export function PersonLine({ householdId, resident }: PersonLineProps) {
  const { id, name, relation, phoneMasked, idNumberMasked } = resident
  const [idNumber, setIdNumber] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const reason = useRef('')
  const act = useAct<string>({
    onDone: (number) => {
      setIdNumber(number)
      setAsking(false)
    },
    onConflict: (what) => act.setProblem(what),
  })
  const read = () => {
    const said = reason.current.trim()
    if (said.length < 2) return act.setProblem(registerWords.reasonEmpty)
    void act.run(async () => {
      const { idNumber: number } = await registeredIdNumber(householdId, id, said)
      return number ?? registerWords.noIdNumber
    })
  }
  return (
    <View className={styles.person}>
      <View className={desk.name}>{[name, relation].filter(Boolean).join(' · ')}</View>
      <Lines
        lines={[
          [registerWords.phone, phoneMasked],
          [registerWords.idNumber, idNumber ?? idNumberMasked],
        ]}
      />
      {idNumberMasked && !idNumber && (
        <View className={desk.acts}>
          <Button look="quiet" onPress={() => setAsking(true)}>
            {registerWords.readIdNumber}
          </Button>
        </View>
      )}
      <Sheet
        open={isAsking}
        title={registerWords.readIdNumber}
        closeLabel={words.close}
        onClose={() => setAsking(false)}
      >
        <Field
          label={registerWords.reason}
          hint={registerWords.reasonHint}
          maxLength={200}
          onText={(text) => (reason.current = text)}
        />
        {act.problem && <Notice tone="amber">{act.problem}</Notice>}
        <Button disabled={act.busy} onPress={read}>
          {registerWords.read}
        </Button>
      </Sheet>
    </View>
  )
}
