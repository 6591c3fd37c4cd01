import { useRouter } from '@tarojs/taro'
import { DeskPage } from '@/desk/parts/desk-page'
import { OrderDetail } from '@/desk/parts/order-detail'
import { orderWords } from '@/words-desk'

/** One order on a phone. */
export default function Order() {
  const { id = '' } = useRouter().params
  return (
    <DeskPage title={orderWords.title}>
      <OrderDetail id={id} />
    </DeskPage>
  )
}
