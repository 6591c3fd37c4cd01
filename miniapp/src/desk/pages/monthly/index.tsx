import { useReachBottom } from '@tarojs/taro'
import { isPermitted, plusMonths, shanghaiMonth } from '@minsheng/shared'
import { Proposals } from '@/desk/monthly/proposals'
import { TopicCard } from '@/desk/monthly/topic-card'
import { DeskPage } from '@/desk/parts/desk-page'
import { Columns } from '@/desk/parts/columns'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import { monthlyTopics } from '@/services/monthly'
import { useSession } from '@/stores/session'
import { Blank, Notice, SectionTitle } from '@/ui'
import { monthlyWords } from '@/words-monthly'

/** 每月一题: proposed by the figures of the month before, chosen by who speaks for the district. */
export default function Monthly() {
  const person = useSession((sessions) => sessions.staff?.person ?? null)
  const mayChoose = person !== null && !person.department && isPermitted('monthlyTopic.choose', person.roles)
  const list = usePages(person?.id ?? null, monthlyTopics)
  useReachBottom(list.more)
  return (
    <DeskPage title={monthlyWords.title}>
      <Columns
        main={
          <>
            <Notice>{monthlyWords.hint}</Notice>
            <Proposals
              month={plusMonths(shanghaiMonth(new Date()), -1)}
              mayChoose={mayChoose}
              onChosen={list.reload}
            />
          </>
        }
        side={
          <>
            <SectionTitle>{monthlyWords.chosen}</SectionTitle>
            <Listing pages={list} empty={<Blank icon="empty" title={monthlyWords.noneTitle} />}>
              {(topic) => (
                <TopicCard key={topic.id} topic={topic} mayFinish={mayChoose} onDone={list.reload} />
              )}
            </Listing>
          </>
        }
      />
    </DeskPage>
  )
}
