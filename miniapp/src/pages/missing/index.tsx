import { go } from '@/routes'
import { Blank, Page } from '@/ui'
import { missingWords } from '@/words'

/** In place of a page that is not there (any more): an old link, a mistyped address. */
export default function Missing() {
  return (
    <Page title={missingWords.title}>
      <Blank
        icon="search"
        title={missingWords.heading}
        step={{ words: missingWords.home, onPress: () => void go.home() }}
      >
        {missingWords.words}
      </Blank>
    </Page>
  )
}
