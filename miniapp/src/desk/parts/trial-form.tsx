import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import formStyles from '@/desk/acts/form.module.scss'
import { useAct } from '@/desk/acts/use-act'
import { Communities } from '@/parts/communities'
import type { AreaView, RoutingView } from '@/services/api'
import { tryRouting } from '@/services/routing'
import { Button, Card, Field, Sheet } from '@/ui'
import { words } from '@/words'
import { trialWords } from '@/words-routing'

/** A text and a place, to see where they would go. */
export function TrialForm({ onResult }: { onResult: (routing: RoutingView) => void }) {
  const text = useRef('')
  const [place, setPlace] = useState<AreaView | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const act = useAct<RoutingView>({ onDone: onResult, onConflict: setWrong })
  const go = () => {
    const said = text.current.trim()
    setWrong(!said ? trialWords.textEmpty : !place ? trialWords.placeEmpty : null)
    if (said && place) void act.run(() => tryRouting(said, place.id))
  }
  return (
    <Card>
      <Field
        label={trialWords.text}
        placeholder={trialWords.textHint}
        multiline
        maxLength={2000}
        onText={(typed) => (text.current = typed)}
        error={wrong ?? act.problem}
      />
      <Button look="line" onPress={() => setChoosing(true)}>
        {place
          ? `${trialWords.place}：${[place.streetName, place.name].filter(Boolean).join(' ')}`
          : trialWords.choosePlace}
      </Button>
      <View className={formStyles.gap} />
      <Button busy={act.busy && trialWords.busy} onPress={go}>
        {trialWords.go}
      </Button>
      <Sheet
        open={isChoosing}
        title={trialWords.place}
        closeLabel={words.close}
        onClose={() => setChoosing(false)}
      >
        <Communities
          current={place?.id ?? null}
          onChoose={(area) => {
            setPlace(area)
            setChoosing(false)
          }}
        />
      </Sheet>
    </Card>
  )
}
