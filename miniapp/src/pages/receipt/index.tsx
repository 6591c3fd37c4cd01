import { useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { formatPromise } from '@minsheng/shared'
import { useRequest } from '@/hooks/use-request'
import { CategorySheet } from '@/parts/category-sheet'
import { DangerNotice } from '@/parts/danger-notice'
import { Lines } from '@/parts/lines'
import { TellMe } from '@/parts/tell-me'
import { tell } from '@/platform/tell'
import { go } from '@/routes'
import type { NeedView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { correctCategory, getNeed } from '@/services/needs'
import { Button, Card, Icon, Notice, Page } from '@/ui'
import { words } from '@/words'
import { wordsOfError } from '@/words-errors'
import { receiptWords } from '@/words-filing'
import { needWords } from '@/words-need'
import styles from './index.module.scss'

/** It has arrived: the number, who gets it, by when. */
export default function Receipt() {
  const { id = '' } = useRouter().params
  const need = useRequest(id, () => getNeed(id))
  const [choosing, setChoosing] = useState(false)

  const correct = async (categoryId: string) => {
    setChoosing(false)
    try {
      need.replace(await correctCategory(id, { categoryId }))
      tell(receiptWords.corrected)
    } catch (thrown) {
      tell(wordsOfError(asApiError(thrown)))
      need.reload()
    }
  }

  return (
    <Page
      title={receiptWords.title}
      loading={need.isLoading}
      error={need.error}
      onRetry={need.reload}
      overlay={
        <CategorySheet
          open={choosing}
          title={receiptWords.correctTitle}
          current={need.data?.category?.id ?? null}
          onClose={() => setChoosing(false)}
          onChoose={(category) => void correct(category.id)}
        />
      }
    >
      {need.data && <Received need={need.data} onCorrect={() => setChoosing(true)} />}
    </Page>
  )
}

async function copy(text: string) {
  const title = await Taro.setClipboardData({ data: text }).then(
    () => words.copied,
    () => words.notCopied,
  )
  tell(title)
}

function Received({ need, onCorrect }: { need: NeedView; onCorrect: () => void }) {
  const { receiptNo, category, master, dueProvisional } = need
  // Who joined another one has its department, and its time.
  const { department, dueAt } = master ?? need
  const due = dueAt && receiptWords.dueWords(formatPromise(new Date(dueAt), new Date()))
  return (
    <>
      <Card className={styles.top}>
        <View className={styles.mark}>
          <Icon name="check" big />
        </View>
        <View className={styles.heading}>{receiptWords.heading}</View>
        <View className={styles.caption}>{words.receiptNo}</View>
        <View className={styles.number} aria-label={receiptNo.split('').join(' ')}>
          {receiptNo}
        </View>
        <View className={styles.keep}>{receiptWords.keep}</View>
        <Button look="soft" icon="copy" className={styles.copy} onPress={() => void copy(receiptNo)}>
          {receiptWords.copy}
        </Button>
      </Card>
      <DangerNotice kinds={need.danger} />
      {master && <Notice icon="check">{receiptWords.joined(master.department?.name)}</Notice>}
      <Card>
        <Lines
          lines={[
            [
              receiptWords.category,
              category
                ? `${category.fieldName} · ${category.name}`
                : (master?.categoryName ?? receiptWords.pendingCategory),
            ],
            [receiptWords.department, department?.name ?? receiptWords.pendingDepartment],
            [receiptWords.due, due ? `${due}${dueProvisional ? needWords.provisional : ''}` : null],
          ]}
        />
        {need.categoryCorrectable && (
          <Button look="quiet" onPress={onCorrect}>
            {category ? receiptWords.correct : receiptWords.choose}
          </Button>
        )}
      </Card>
      <TellMe />
      <Button onPress={() => void Taro.redirectTo({ url: `/pages/need/index?id=${need.id}` })}>
        {receiptWords.progress}
      </Button>
      <Button look="quiet" onPress={() => void go.home()}>
        {receiptWords.home}
      </Button>
    </>
  )
}
