import { workOrderAct } from '@/services/work-orders'
import { actWords } from '@/words-desk'
import type { FormProps } from './form-props'
import { SpokenForm } from './spoken-form'

const words = { ...actWords, send: actWords.contact }

/** The first contact, by a person. */
export const ContactForm = ({ order, run, busy }: FormProps) => (
  <SpokenForm
    words={words}
    busy={busy}
    onSend={(said) => void run(() => workOrderAct.contact(order.id, said))}
  />
)
