import { useRouter } from '@tarojs/taro'
import { DeskPage } from '@/desk/parts/desk-page'
import { SupervisionDetail } from '@/desk/supervision/supervision-detail'
import { supervisionWords } from '@/words-supervision'

/** One supervision order on a phone. */
export default function SupervisionOrder() {
  const { id = '' } = useRouter().params
  return (
    <DeskPage title={supervisionWords.orderTitle}>
      <SupervisionDetail id={id} />
    </DeskPage>
  )
}
