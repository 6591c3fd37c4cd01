import { useRouter } from '@tarojs/taro'
import { GridPage } from '@/grid/parts/grid-page'
import { missingIn } from '@/grid/store/need-draft'
import { Hindrances } from '@/grid/parts/sync-strip'
import { useHousehold } from '@/grid/parts/use-grid'
import { useKeeping } from '@/grid/parts/use-keeping'
import { useVisitDraft } from '@/grid/parts/use-visit-draft'
import { VisitForm } from '@/grid/parts/visit-form'
import { addressOf } from '@/grid/store/finding'
import { keepVisit } from '@/grid/parts/visiting'
import { goBack } from '@/routes'
import type { HouseholdView } from '@/services/api'
import { Blank, Skeleton } from '@/ui'
import { words } from '@/words'
import { householdWords, visitWords } from '@/words-grid'

/** What happened at the door, written down in less than half a minute. */
export default function VisitPage() {
  const household = useHousehold(useRouter().params.household)
  return (
    <GridPage title={household ? addressOf(household) : visitWords.title}>
      {household ? (
        <>
          <Hindrances />
          <Visit household={household} />
        </>
      ) : (
        <Blank
          icon="search"
          title={householdWords.goneTitle}
          step={{ words: householdWords.back, onPress: goBack }}
        >
          {householdWords.gone}
        </Blank>
      )}
    </GridPage>
  )
}

function Visit({ household }: { household: HouseholdView }) {
  const { draft, change, forget } = useVisitDraft(household)
  const keeping = useKeeping()
  if (!draft) return <Skeleton label={words.loading} />
  const save = () => {
    const missing = draft.need && missingIn(household, draft.need)
    if (missing) return keeping.setProblem(missing)
    void keeping.keep(async () => {
      await keepVisit(household, draft)
      await forget()
    }, goBack)
  }
  return <VisitForm household={household} draft={draft} change={change} keeping={keeping} onSave={save} />
}
