import { useEffect } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { useAct } from '@/desk/acts/use-act'
import { ExportCard, isUnderWay } from '@/desk/exports/export-card'
import { ExportForm } from '@/desk/exports/export-form'
import { DeskPage } from '@/desk/parts/desk-page'
import { Columns } from '@/desk/parts/columns'
import { usePages } from '@/hooks/use-pages'
import { useShown } from '@/hooks/use-shown'
import { Listing } from '@/parts/listing'
import { ask } from '@/platform/ask'
import { download } from '@/platform/download'
import { tell } from '@/platform/tell'
import { cancelExport, exportLink, myExports } from '@/services/exports'
import { useSession } from '@/stores/session'
import { Blank, Notice, SectionTitle } from '@/ui'
import { exportWords } from '@/words-exports'

/** Milliseconds between two looks at an export that is under way. */
const LOOK = 1_500

/** Lists of needs and reports as files: asked for here, made in the background, fetched here. */
export default function Exports() {
  const person = useSession((sessions) => sessions.staff?.person ?? null)
  const list = usePages(person?.id ?? null, myExports)
  useReachBottom(list.more)
  useLooking(Boolean(list.items?.some(isUnderWay)), list.items, list.reload)
  const act = useAct<void>({
    onDone: list.reload,
    onConflict: (what) => {
      act.setProblem(what)
      list.reload()
    },
  })
  const cancel = async (id: string) => {
    if (await ask(exportWords.cancelAsk)) await act.run(async () => void (await cancelExport(id)))
  }
  const fetchFile = (id: string) =>
    act.run(async () => {
      if (!(await download(await exportLink(id)))) tell(exportWords.copied)
    })
  return (
    <DeskPage tab="exports" title={exportWords.title}>
      <Columns
        main={
          <>
            <Notice>{exportWords.hint}</Notice>
            <ExportForm onStarted={list.reload} />
          </>
        }
        side={
          <>
            <SectionTitle>{exportWords.list}</SectionTitle>
            {act.problem && <Notice tone="amber">{act.problem}</Notice>}
            <Listing pages={list} empty={<Blank icon="empty" title={exportWords.emptyTitle} />}>
              {(item) => (
                <ExportCard
                  key={item.id}
                  item={item}
                  busy={act.busy}
                  onCancel={() => void cancel(item.id)}
                  onDownload={() => void fetchFile(item.id)}
                />
              )}
            </Listing>
          </>
        }
      />
    </DeskPage>
  )
}

/** Looks again a while after each answer, as long as something is under way and the page is seen. */
function useLooking(isNeeded: boolean, answer: unknown, look: () => void) {
  const isShown = useShown()
  useEffect(() => {
    if (!isNeeded || !isShown) return
    const timer = setTimeout(look, LOOK)
    return () => clearTimeout(timer)
  }, [isNeeded, isShown, answer, look])
}
